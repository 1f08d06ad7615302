"""What a sentence counts, through the whole of reading: every group once, with its harm, and nobody else.

The marks: K killed, I injured, KI killed or injured, A abducted, D detained; then the number; p for a part of another.
"""

import pytest
from tests.reading import read_afresh

from everyclaim.codec import Json

MARKS = {"killed": "K", "injured": "I", "killed_or_injured": "KI", "abducted": "A", "detained": "D", "displaced": "X"}

TABLE = """
A shooting in the 800 block of Elm Street in Dayton killed a man on Monday. | K1
Police were called to a shooting in the 6200 block of Oak Avenue, where two women were found dead. | K2
Two separate shootings in Kano left one man dead. | K1
The driver died from multiple stab wounds after the attack in Kano. | K1
The girl suffered a gunshot wound to the arm in the attack in Kano. | I1
A gunman fatally shot the mayor of Kano on Monday. | K1
Gunmen fatally stabbed two guards in Kano. | K2
A shepherd was fatally shot near Kano on Monday. | K1
Four people were shot, two fatally, in Kano on Monday. | KI4 K2p I2p
Police in Kano identified the dead after the attack on a market. | Kplural
The attack in Kano killed a man, two women and a child. | K1 K2 K1
He shot dead three clerks, the owner and his wife in the attack on a shop in Kano. | K3 K1 K1
Gunmen killed two guards, the driver and a nurse in Kano. | K2 K1 K1
The rebel was arrested in Kano after killing two girls and injuring seven pupils and two teachers. | K2 I7 I2 D1
One person died at the scene of the attack in Kano, and one died later. | K1 K1
The gunmen attacked a bus in Kano. Six were injured and one was killed. | I6 K1
Four people were injured, one killed in a raid on Kano. | I4 K1
Gunmen opened fire on three people in Kano, killing two and injuring one. | K2 I1
Three people were killed and another critically injured in the attack in Kano. | K3 I1
Three people were killed and one was wounded in the raid on Kano. | K3 I1
Three killed, one critical after shooting in Kano | K3 I1
The rebels approached two police officers in Kano and opened fire, killing them both. | K2
A family gathered for a memorial for a cousin when gunmen attacked in Kano. Four people were injured. | I4
The attack in Kano ended with eight fatalities and twelve injuries. | K8 I12
The bombing in Kano caused 5 deaths and 20 injuries. | K5 I20
Three of four members of a family were killed in the raid on Kano. | K3
Five of the eight passengers were killed when gunmen attacked the bus in Kano. | K5
Two rebels shot at a car in Kano and killed one person. | K1
Gunmen were shooting at two men in Kano. |
Two attackers opened fire in Kano, killing one person outright, and a second victim died in hospital. | K1 K1
Three women are still fighting for their lives after the attack in Kano. | I3
Two girls were in critical condition after the raid on Kano. | I2
Officials gave no details of the shooting in Kano. |
No details of the attack in Kano were released. |
The gunman shot his mother, his stepfather and his cousin dead in Kano. | K1 K1 K1
Gunmen shot and killed a trader and his brother in Kano. | K1 K1
A woman and her daughter were shot and killed by gunmen in Kano. | K1 K1
Omar Al-Shakir was shot and killed and three other people were wounded in the attack in Kano. | K1 I3
A 34-year-old man and a 29-year-old woman died when rebels attacked Kano. | K1 K1
Ali Hassan, 34, and Sara Hassan, 29, were killed by gunmen in Kano. | K1 K1
The suicide bomber and two soldiers died in the blast in Kano. | K1 K2
A couple and their two sons were found shot dead in Kano after the raid. | K2 K2
A mother and her three children were killed by shelling in Kano. | K1 K3
The child was hospitalized after a shell hit Kano. | I1
Nine people were taken to hospital after shells hit Kano. | I9
Seven people were being treated for shrapnel wounds after the shelling of Kano. | I7
Two soldiers succumbed to their injuries after the ambush in Kano. | K2
The blast in Kano wounded dozens, three of them critically. | Idozens I3p
The hospital in Kano received 17 dead bodies and 55 injured after the raid. | K17 I55
Bombs in Kano killed at least 35 more villagers and injured scores of others. | K35 Iscores
The strike on Kano left several adults dead. | Kseveral
The raid on Kano left several dead and dozens wounded. | Kseveral Idozens
None of the killings in Kano has been solved. |
The four injured teenagers, three girls and a boy, were shot at a party in Kano. | I4 I3p I1p
Six people, four men and two women, were killed in the raid on Kano. | K6 K4p K2p
A second soldier was killed and a third wounded in the ambush near Kano. | K1 I1
The raid on Kano killed a girl, 7, and wounded her brother. | K1 I1
Two bodies were found near Kano after the shelling. | K2
Rescuers pulled five bodies from the rubble after the strike on Kano. | K5
The death toll from the raid on Kano rose from 12 to 15. | K15
The raid on Kano killed 12 people and injured more than 30. | K12 I30
At least 9 killed, scores hurt in raid on Kano | K9 Iscores
"""


def rows() -> list[tuple[str, str]]:
    lines = [line.rpartition("|") for line in TABLE.strip().splitlines()]
    return [(text.strip(), figures.strip()) for text, _, figures in lines]


def mark(claim: Json) -> str:
    value = claim["value"]
    amount = value["expression"] if value["number"] is None else value["number"]
    return f"{MARKS[claim['field']]}{amount}{'p' if value['subset_of'] else ''}"


@pytest.mark.parametrize(("text", "figures"), rows())
def test_a_sentence_counts_these_people(text: str, figures: str) -> None:
    claims = read_afresh(text)["claims"]
    assert sorted(mark(each) for each in claims if each["field"] in MARKS) == sorted(figures.split())
