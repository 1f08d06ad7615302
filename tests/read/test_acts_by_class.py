"""What is no act, and of which type an act is: one invented sentence or two a class (docs/method/errors.md)."""

from datetime import date

import pytest
from tests.reading import record_of

from everyclaim.codec import Json

NONE = (
    "A tanker exploded on a motorway in Kenya, killing 30 people who were siphoning fuel.",
    "A bus hit a lorry in Kaduna state, leaving 19 dead.",
    "A military helicopter crashed during a training flight, killing all five soldiers on board.",
    "Health workers fight measles outbreak that killed 40 children.",
    "Hurricane victims were evacuated by army helicopters.",
    "Kenya attacked from the start and bombarded the visitors' goal in the second half.",
    "Parties clashed over the pension bill in parliament.",
    "A ransomware attack hit three hospitals in Ireland.",
    "Rail workers began a 48-hour strike over pay.",
    "North Korea fired two ballistic missiles into the sea on Thursday, South Korea said.",
    "A court in The Hague sentenced a former militia leader to 30 years for murder.",
    "In the film, terrorists seize a plane and shoot the pilot.",
    "Tax police raided the offices of a bank.",
    "The national team beat the hosts 3-1 in Lagos.",
    "Firefighters battled blazes in Portugal that have claimed four lives since June.",
    "A gas pipe exploded near Lagos, killing nine.",
    "Sales exploded in Lahore.",
    "About 90 officers take part in the exercise, in which gunmen seize a ferry and take passengers hostage.",
    "The army said that the gunfire heard in Entebbe on Thursday was part of a planned drill.",
    "Pupils and firefighters rehearsed the response to a school shooting in Boise.",
    "A judge convicted a general of ordering a massacre of 40 peasants. Soldiers threw grenades into a chapel.",
    "Two men were jailed for life on Thursday for the bombing of a mosque in Peshawar that killed 60 people.",
    "A woman in Singapore is executed for drug trafficking.",
    "Portugal beat Croatia in penalty shoot-outs.",
    "Doctors in Nigeria end a strike that paralysed hospitals.",
    "A warehouse of old ammunition exploded near Sofia.",
    "Police shot a bear that had entered a school in Slovakia.",
    "A fighter jet crashes into a school during a training flight, killing 20 pupils.",
    "A gas leak caused the explosion in Kazan that killed nine. Investigators ruled out a terrorist attack.",
    "Six people were killed in Lima when a wall gave way.",
    "Nine died when gas bottles exploded in a bakery in Cali. Witnesses first spoke of a bomb.",
    "An explosion tore through a munitions plant near Izmir, killing eleven. There is no question of sabotage.",
    "Floods have killed 38 people in Maiduguri. Soldiers evacuated residents in trucks.",
    "A meteorite exploded over the Urals; the shock wave shattered windows. Some residents thought of an attack.",
    "The opposition attacked the minister over his record in the war. The minister hit back on Monday.",
    "Customs officers seized two tonnes of cocaine. In a raid on a warehouse, police also found two pistols.",
    "A farmer was attacked and killed by a bull near Salamanca on Tuesday.",
    "Wolves killed 40 sheep in a raid on a farm in Saxony.",
    "Veterans attended the funeral of a general who led a brigade during the siege of Vukovar. He was wounded twice.",
    "India tested a missile off the coast of Odisha. The missile hit its target at a range of 300 km.",
    "Six climbers were killed on Mont Blanc on Friday.",
    "Elephants killed two farmers in Kerala.",
)
TYPES = (
    ("A bomb placed in a bin exploded in Lahore.", "ied_mine_uxo"),
    ("A drone fired two missiles at a car in Marib, killing three suspected militants.", "drone_strike"),
    ("Air force pounds rebel positions in Blue Nile; 20 dead.", "air_strike"),
    ("A farmer was killed by unexploded ordnance in Xieng Khouang.", "ied_mine_uxo"),
    ("A sniper killed a woman in Aleppo on Friday.", "shooting_at_civilians"),
    ("Soldiers kill 30 Boko Haram fighters in Sambisa.", "ground_clash"),
    ("Bandits killed 11 villagers in Zamfara.", "armed_attack"),
    ("Militants stormed a hotel in Bamako, killing 20 guests.", "armed_attack"),
    ("Fifteen captured soldiers were shot in the head by rebels.", "execution_killing"),
    ("Rockets filled with sarin killed hundreds in Ghouta.", "chemical"),
    ("The town of Kobani fell to militants after a week.", "territory_taken"),
    ("Six people died in Peshawar when a bomb exploded in a market.", "ied_mine_uxo"),
    ("Bombs killed thirty people in Baghdad on Thursday.", "ied_mine_uxo"),
    ("A bomb fell on a school in Taiz, killing nine.", "air_strike"),
    ("Gunmen stormed a funeral, killing nine mourners and carrying off four women.", "armed_attack"),
    ("Six farmers were killed and twenty abducted when armed men raided Shiroro.", "armed_attack"),
    ("Gunmen raided a boarding school and abducted 80 girls, police said.", "abduction"),
    ("Twelve people were killed in Kano on Monday.", "attack_unclear"),
    ("A man killed two guards in Kano on Monday.", "attack_unclear"),
    ("A journalist was killed in Mogadishu on Friday.", "attack_unclear"),
    ("In a dawn raid on Nablus, Israeli forces killed two fighters of the Lions' Den.", "ground_clash"),
    ("A man was arrested after killing two people at a station in Lyon on Monday.", "attack_unclear"),
    ("The ministry said on Monday that it had struck an arms depot in Kherson.", "air_strike"),
    ("Rebels hold Goma. On Monday nine people were killed in Rutshuru.", "attack_unclear"),
)


def happenings(text: str) -> list[Json]:
    """Those that are no background."""
    found = record_of(text, date(2015, 2, 16))["happenings"]
    return [each for each in found if each["rank"] != "background" and each["modality"] in {"happened", "ongoing"}]


@pytest.mark.parametrize("text", NONE, ids=lambda each: each[:40])
def test_what_nobody_did_is_no_event(text: str) -> None:
    assert happenings(text) == []


@pytest.mark.parametrize(("text", "kind"), TYPES, ids=lambda each: each[:40])
def test_the_type_follows_the_means_and_who_acts_on_whom(text: str, kind: str) -> None:
    assert [each["type"]["value"] for each in happenings(text)] == [kind]


def test_a_sum_over_a_war_is_no_news() -> None:
    assert happenings("More than 6,000 people have been killed since the conflict began in April 2014.") == []


PLACES = (
    ("Jets bombed tents in Khan Younis, killing eleven, according to staff at Nasser Hospital.", "Khan Younis", "PS"),
    ("Gunmen stormed a funeral on the edge of Birnin Gwari, killing nine mourners.", "Birnin Gwari", "NG"),
    ("Israeli troops shot a boy in Gaza, doctors said.", "Gaza", "PS"),
    ("TUCSON, Ariz. (KOLD) - A woman was shot and killed in the 400 block of East Broadway.", "TUCSON", "US"),
    ("FLINT, Mich. - Two men are dead after someone opened fire outside a bar.", "FLINT", "US"),
    ("(Nairobi) - Soldiers executed fourteen men in Dembecha, Human Rights Watch said.", "Dembecha", "ET"),
    ("Israeli jets killed eleven in Khan Younis.", "Khan Younis", "PS"),
    ("Russian missiles hit a market in Kostiantynivka, killing nine.", "Kostiantynivka", "UA"),
    ("Masked men beat a reporter of a Belgrade daily in Novi Sad on Saturday.", "Novi Sad", "RS"),
    ("Men from the town of Baga were killed by soldiers in Monguno, Nigeria.", "Monguno", "NG"),
    ("Rebels overran a post at Djibo, killing 22, said an officer in Ouagadougou.", "Djibo", "BF"),
)


@pytest.mark.parametrize(("text", "name", "country"), PLACES, ids=lambda each: each[:30])
def test_an_event_is_where_it_happened_not_where_it_is_told(text: str, name: str, country: str) -> None:
    where = happenings(text)[0]["where"]
    assert (where["name"], where["country"]) == (name, country)


def test_a_small_towns_namesake_in_a_country_that_is_never_spoken_of_gives_no_point() -> None:
    where = happenings("The Burkinabe army repelled an attack on Solhan on Friday night.")[0]["where"]
    assert (where["name"], where["country"]) == ("Solhan", None)
