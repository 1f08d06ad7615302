"""For which side a speaker speaks: offices, capitals, holders of office, and who a bare title means."""

from datetime import date

import pytest

from everyclaim.ground import ground
from everyclaim.model import Report, Source
from everyclaim.read.meanings import Voice
from everyclaim.read.run import Options, run

# text | the last speaker's name | the code
TABLE = """
Kenya's president said two men died. | Kenya's president | KEN:GOV
The new president of Kenya said two men died. | new president of Kenya | KEN:GOV
Kenya's former president said two men died. | Kenya's former president | None
The president of Kenya's football league said two men died. | president of Kenya's football league | None
A Kenyan shopkeeper said two men died. | Kenyan shopkeeper | None
Ankara maintained that two men died. | Ankara | TUR:GOV
"Two men died," Moscow said. | Moscow | RUS:GOV
Victoria said two men died. | Victoria | None
Hamburg said two men died. | Hamburg | None
A military source in Ankara said two men died. | military source in Ankara | TUR:MIL
A police official in Ankara said two men died. | police official in Ankara | TUR:COP
A hospital source in Ankara said two men died. | hospital source in Ankara | None
Vladimir Putin said two men died. | Vladimir Putin | RUS:GOV
President El-Sisi said two men died. | El-Sisi | EGY:GOV
Amira Sisi said two men died. | Amira Sisi | None
A military source in Ankara said two men died. The source said six were hurt. | military source in Ankara | TUR:MIL
A spokesman for Kenya's navy said two men died. The spokesman said six were hurt. | spokesman for Kenya's navy | KEN:MIL
Kenya's air force hit a camp, its commander, Ayo Oduya, said. | Ayo Oduya | KEN:MIL
A hospital in Kenya took in two men, its director, Ayo Oduya, told reporters. | Ayo Oduya | None
Two men died in raids on Voi and Taveta, an aide to Kenya's army has said. | aide to Kenya's army | KEN:MIL
Two men died, Ana Ruiz, a nurse, said. | Ana Ruiz | None
Malian jets bombed a camp. The air force of Chad's new government said two men died. | Chadian air force | TCD:MIL
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]


def last_source(text: str) -> Source:
    report = Report("r", "sha256:0", text, published=date(2016, 5, 2))
    voices = run(report, Options(until="voices", ground=ground)).found(Voice)
    return voices[-1].meaning.sources[-1].meaning


@pytest.mark.parametrize(("text", "name", "code"), ROWS)
def test_a_speaker_speaks_for_the_side_that_the_words_tell(text: str, name: str, code: str) -> None:
    source = last_source(text)
    assert (source.name, str(source.code)) == (name, code)
