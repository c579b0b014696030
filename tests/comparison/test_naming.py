"""Which measure and year a comparison takes each number of a sentence for, read as in a report."""

import pytest
from small_report import small_report
from stated import report as state_report
from stated import state
from test_pairing import tell

from reportparse.comparison import compare
from reportparse.comparison.statements.sources import read_source
from reportparse.comparison.statements.walk import find_statements
from reportparse.language.context import read_text
from reportparse.models import Report

OWN, BEFORE = "2022/23", "2021/22"
KNOWN = (
    "text", "value", "low", "high", "kind", "unit", "qualifier", "role", "direction", "measure", "period",
    "period_source", "place", "source",
)  # fmt: skip


def read(text: str, title: str = "") -> dict[str, tuple[str, str]]:
    """The measure and period of each value that a report of one paragraph states, by the number's words."""
    rows = read_text(text, {"kind": "paragraph", "id": "p1"}, OWN, title)
    figures = [{"id": f"f{at}"} | {name: row[name] for name in KNOWN} for at, row in enumerate(rows)]
    metadata = {
        "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
        "period": {"label": OWN, "start": "2022-04-01", "end": "2023-03-31"},
    }
    paragraph = {"id": "p1", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    report = Report.model_validate(
        small_report(metadata=metadata, paragraphs=[paragraph], sections=[], tables=[], order=["p1"], figures=figures)
    )
    told = find_statements(report, read_source(report, set()))
    return {each.figure.text: (each.key.measure, each.period) for each in told if each.key.role != "change"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stop and search was used on 5,032 occasions.", {"5,032": ("stop-and-search", OWN)}),
        ("Rape rose to 2,103 offences and all sexual offences together to 6,048.",
         {"2,103": ("rape", OWN), "6,048": ("sexual-offences", OWN)}),
        ("Medway saw the most antisocial behaviour, 1,902 incidents, and Sevenoaks the fewest, 411.",
         {"1,902": ("anti-social-behaviour", OWN), "411": ("anti-social-behaviour", OWN)}),
        ("The districts with most crime were Medway (31,105) and Thanet (17,310).",
         {"31,105": ("recorded-crime", OWN), "17,310": ("recorded-crime", OWN)}),
        ("The most burglaries were in Medway, 410, and the fewest in Swale, 88.",
         {"410": ("burglary", OWN), "88": ("burglary", OWN)}),
        ("14 people lost their lives through murder or manslaughter.", {"14": ("homicide", OWN)}),
        ("How many PCSOs are there? There were 88 on 31 March 2023.", {"88": ("pcsos", "2023-03-31")}),
        ("I promised you more officers. On 31 March 2023 there were 4,261, and I will not stop there.",
         {"4,261": ("officers", "2023-03-31")}),
        ("Each officer was ill for 9.9 days on average, each member of staff for 8.4.",
         {"9.9 days": ("officer-sickness", OWN), "8.4": ("staff-sickness", OWN)}),
        ("40 Independent Custody Visitors give their time. They came to the cells 161 times.",
         {"40": ("custody-visitors", OWN), "161": ("custody-visits", OWN)}),
        ("In the survey 58% of residents felt safe. 1,204 people took part.",
         {"58%": ("feel-safe", OWN), "1,204": ("survey-responses", OWN)}),
        ("27.9% of those who were released offended again within a year.", {"27.9%": ("reoffending", OWN)}),
        ("At the end of March 2023 there were 3,968 officers; counted as full-time equivalents they were 3,890.4.",
         {"3,968": ("officers", "2023-03-31"), "3,890.4": ("officers", "2023-03-31")}),
        ("Twenty-two county lines were shut down in the year, and on 31 March 2023 there were 38 still running.",
         {"Twenty-two": ("county-lines-closed", OWN), "38": ("county-lines", "2023-03-31")}),
        ("On 31 March 2023 there were 38 county lines in Kent. Nineteen were closed over the twelve months.",
         {"38": ("county-lines", "2023-03-31"), "Nineteen": ("county-lines-closed", OWN)}),
        ("Council tax for a Band D home goes up by £10 to £228.15.", {"£228.15": ("precept-band-d", "2023/24")}),
        ("I invested £14.3m in buildings, vehicles and IT.", {"£14.3m": ("building it vehicle", OWN)}),
        ("The line for 101 is slow. 410,150 calls were made to it and 19.6% of them were given up.",
         {"410,150": ("calls-101", OWN), "19.6%": ("abandon-101", OWN)}),
        ("121,480 crimes were recorded if fraud is not counted. With fraud it was 130,020.",
         {"121,480": ("recorded-crime", OWN), "130,020": ("recorded-crime", OWN)}),
        ("We took on 312 recruits.", {"312": ("officers-recruited", OWN)}),
        ("My 31 custody visitors went to custody suites 188 times.",
         {"31": ("custody-visitors", OWN), "188": ("custody-visits", OWN)}),
        ("Vehicle crime is mixed. 2,402 vehicles were stolen.", {"2,402": ("theft-of-vehicle", OWN)}),
        ("There were 2,402 thefts of vehicles. The force put 2,402 cases before risk assessment conferences.",
         {"2,402": ("case", OWN)}),
        ("Rape and sexual offences: 2,655 rapes were recorded (2,704) among 6,398 sexual offences (6,581).",
         {"2,655": ("rape", OWN), "2,704": ("rape", BEFORE),
          "6,398": ("sexual-offences", OWN), "6,581": ("sexual-offences", BEFORE)}),
        ("The general reserve was £12.3m on 31 March 2023 (£11.9m).",
         {"£12.3m": ("general-reserve", "2023-03-31"), "£11.9m": ("general-reserve", "2022-03-31")}),
        ("Women made up 34.1% of officers on 31 March 2023 (33.2%).",
         {"34.1%": ("women-officers", "2023-03-31"), "33.2%": ("women-officers", "2022-03-31")}),
        ("In 2022, 702 people were killed or seriously hurt. That is 18 up on 2021 (684). The number of deaths was 44.",
         {"702": ("killed-or-seriously-injured", "2022"), "684": ("killed-or-seriously-injured", "2021"),
          "44": ("road-deaths", "2022")}),
        ("My office had 21 full-time equivalent staff.", {"21": ("office-posts", OWN)}),
        ("I have reduced my own office. It employed 19 staff at 31 March 2023, two fewer than the 21 of a year before.",
         {"19": ("office-posts", "2023-03-31"), "21": ("office-posts", "2022-03-31")}),
        ("Gross misconduct was proved against 16 officers, who were dismissed.", {"16": ("officer", OWN)}),
        ("The survey ran from September to November 2022 and had 2,964 responses. Of them 61% feel safe at home.",
         {"2,964": ("survey-responses", "2022"), "61%": ("feel-safe", "2022")}),
        ("The 2022 Policing Survey was open from September to November and 3,186 people replied.",
         {"3,186": ("survey-responses", "2022")}),
        ("The survey of autumn 2022 had 3,268 responses: 71% felt safe where they live.",
         {"3,268": ("survey-responses", OWN), "71%": ("feel-safe", OWN)}),
        ("Officers from a minority ethnic background were 7.4% of the total.",
         {"7.4%": ("ethnic-minority-officers", OWN)}),
        ("Volunteers spoke with 9,574 detainees in five years.", {}),
        ("In October 2022 the average wait on 101 was 15 minutes and 50 seconds. It is now 31 seconds.",
         {"15 minutes and 50 seconds": ("wait-101", "2022-10"), "31 seconds": ("wait-101", OWN)}),
        ("Police cadets began in 2017. There are 370 of them.", {"370": ("cadets", OWN)}),
        ("A further 98 people serve as special constables.", {"98": ("special-constables", OWN)}),
        ("In 2021/22 neighbourhood teams had 700 officers.", {"700": ("neighbourhood-officers", BEFORE)}),
        ("Complaints about the police handled by the Resolution Team rose by 7% to 2,375.",
         {"2,375": ("complaints", OWN)}),
        ("The service made contact with 43,112 victims in the year.", {"43,112": ("victims-contacted", OWN)}),
        ("The 203 members of the Special Constabulary worked 64,120 hours in the year.",
         {"203": ("special-constables", OWN), "64,120 hours": ("special-hours", OWN)}),
        ("At 31 March 2023 we had 4,196 officers, down seven on a year earlier, but above the baseline of 4,175.",
         {"4,196": ("officers", "2023-03-31")}),
        ("In 14.6% of crimes there was a positive outcome, compared with 12.9% in 2021/22.",
         {"14.6%": ("outcomes", OWN), "12.9%": ("outcomes", BEFORE)}),
        ("In 2022, 968 people were killed or seriously injured, a reduction from the 1,027 of 2021.",
         {"968": ("killed-or-seriously-injured", "2022"), "1,027": ("killed-or-seriously-injured", "2021")}),
        ("The final underspend for 2021/22 was £5.6m.", {"£5.6m": ("underspend", BEFORE)}),
        ("71% of those who answered my survey in 2022 feel safe where they live and 62% think police do a good job.",
         {"71%": ("feel-safe", "2022"), "62%": ("public-confidence", "2022")}),
        ("In the survey of 2022, 68% feel safe (71% in 2021). 59% agreed that the police do a good job.",
         {"68%": ("feel-safe", "2022"), "71%": ("feel-safe", "2021"), "59%": ("public-confidence", "2022")}),
        ("The Unit helped 14,310 witnesses, and 90% of those who answered its survey were satisfied.",
         {"14,310": ("witnesse", OWN), "90%": ("answered survey those who", OWN)}),
        ("There were three fewer homicides, 14 in all.", {"14": ("homicide", OWN)}),
        ("We dealt with 14 burglaries and 12 robberies, 26 in all.",
         {"14": ("burglary", OWN), "12": ("robbery", OWN), "26": ("?f2", OWN)}),
        ("The core grant of the Ministry of Justice was £2.1m. We bid for more and were given £3.2m.",
         {"£2.1m": ("ministry-of-justice-grant", OWN), "£3.2m": ("?f1", OWN)}),
        ("The provisional outturn shows an underspend of £5.2m.", {"£5.2m": ("underspend", OWN)}),
        ("Usable reserves fell from £45.2m to £41.7m between 31 March 2022 and 31 March 2023.",
         {"£45.2m": ("reserves", "2022-03-31"), "£41.7m": ("reserves", "2023-03-31")}),
        ("This was driven by a decrease in violent crime of 7.8% (7,169 fewer offences) to 84,741.",
         {"84,741": ("violence-against-the-person", OWN)}),
        ("The Volunteer Police Cadet scheme was established in 2016 and had 118 cadets at the end of the year.",
         {"118": ("cadets", "2023-03-31")}),
        ("In 2022, 698 people were killed or seriously injured on our roads. The number of deaths was 47.",
         {"698": ("killed-or-seriously-injured", "2022"), "47": ("road-deaths", "2022")}),
        ("They made 163 visits to custody in 2022/23. The scheme had 30 volunteers at the end of March 2023.",
         {"163": ("custody-visits", OWN), "30": ("custody-visitors", "2023-03-31")}),
        ("At 31 March 2023 we had 4,209 officers by headcount, six more than the 4,203 of a year before.",
         {"4,209": ("officers", "2023-03-31"), "4,203": ("officers", "2022-03-31")}),
        ("The General Fund stood at £5.1m.", {"£5.1m": ("general-reserve", OWN)}),
        ("Knife crime fell by 4%: there were 412 offences, 17 fewer than the year before.",
         {"412": ("knife-crime", OWN)}),
        ("Of 190 requests for a review, 41 were upheld and 66 were not upheld.",
         {"190": ("complaint-reviews", OWN), "41": ("upheld-reviews", OWN), "66": ("reviews-not-upheld", OWN)}),
        ("The owner of a Band D home paid £14 more, or £255.46 instead of £241.46.",
         {"£255.46": ("precept-band-d", OWN), "£241.46": ("precept-band-d", BEFORE)}),
        ("In all 4,015 victims of sexual violence had support from a specialist service, against 3,912 in 2021/22.",
         {"4,015": ("sexual-violence-victims-supported", OWN), "3,912": ("sexual-violence-victims-supported", BEFORE)}),
        ("Custody visitors made 231 visits. On 31 March 2023 there were 28 of them.",
         {"231": ("custody-visits", OWN), "28": ("custody-visitors", "2023-03-31")}),
        ("126 visits were made to custody. 33 volunteers belonged to the scheme at 31 March 2023.",
         {"126": ("custody-visits", OWN), "33": ("custody-visitors", "2023-03-31")}),
        ("Custody visitors made 129 visits. The animal welfare scheme has 16 volunteers.",
         {"129": ("custody-visits", OWN), "16": ("police-volunteers", OWN)}),
        ("The survey was completed by 3,104 people.", {"3,104": ("survey-responses", OWN)}),
        ("Thirteen people were victims of homicide.", {"Thirteen": ("homicide", OWN)}),
        ("The net budget was £336.9m. At the year end £4.6m of it had not been spent.",
         {"£336.9m": ("budget", OWN), "£4.6m": ("underspend", OWN)}),
        ("Police Cadets have grown from 211 members in March 2022 to 252 in March 2023.",
         {"211": ("cadets", "2022-03"), "252": ("cadets", "2023-03")}),
        ("They made 512 stop searches. In 24.0% of them something was found, up from 22.4%.",
         {"512": ("stop-and-search", OWN), "24.0%": ("stop-search-outcomes", OWN),
          "22.4%": ("stop-search-outcomes", BEFORE)}),
        ("Domestic abuse services supported 4,015 people, up by 30 from 3,985.",
         {"4,015": ("domestic-abuse-victims-supported", OWN), "3,985": ("domestic-abuse-victims-supported", BEFORE)}),
        ("Shoplifting is above the level before the pandemic, at 8,180 offences.", {"8,180": ("shoplifting", OWN)}),
        ("This is called stop and search. They did this 4,120 times.", {"4,120": ("stop-and-search", OWN)}),
        ("They are called custody visitors. They are not paid. I had 44 of them.", {"44": ("custody-visitors", OWN)}),
        ("This is called a review. 246 people asked for one.", {"246": ("complaint-reviews", OWN)}),
        ("The force finished the year £2.4m under its budget.", {"£2.4m": ("underspend", OWN)}),
        ("At the end of the year we had spent £1.1m less than planned.", {"£1.1m": ("underspend", OWN)}),
        ("The force spent £0.6m more than it had budgeted.", {"£0.6m": ("overspend", OWN)}),
        ("Prisons received £1.1m less than planned.", {}),
        ("The underspend on the revenue account was £0.4m (£2.2m).",
         {"£0.4m": ("underspend", OWN), "£2.2m": ("underspend", BEFORE)}),
        ("The overtime bill was £9.1m, up from £8.4m.", {"£9.1m": ("overtime", OWN), "£8.4m": ("overtime", BEFORE)}),
        ("We started the year with 48 county lines known to be active and ended it with 59, because we looked harder.",
         {"48": ("county-lines", BEFORE), "59": ("county-lines", OWN)}),
        ("The force began the year with 171 special constables and finished it with 148.",
         {"171": ("special-constables", BEFORE), "148": ("special-constables", OWN)}),
        ("The force's gross expenditure was £465.9m. The outturn of £465.9m compares with £437.0m in 2021/22.",
         {"£465.9m": ("budget", OWN), "£437.0m": ("budget", BEFORE)}),
        ("On overtime the force spent £9.1m.", {"£9.1m": ("overtime", OWN)}),
        ("On buildings, vehicles and computers we invested £13.7m.", {"£13.7m": ("building computer vehicle", OWN)}),
        ("General reserves were £10.2m on 31 March 2023 (£9.9m on 31 March 2022) and reserves for a purpose £27.6m.",
         {"£10.2m": ("general-reserve", "2023-03-31"), "£9.9m": ("general-reserve", "2022-03-31"),
          "£27.6m": ("earmarked-reserves", "2023-03-31")}),
        ("Reserves for a named purpose were £27.6m.", {"£27.6m": ("earmarked-reserves", OWN)}),
        ("Under the old rules, which ended on 31 January 2023, the force received 968 complaints.",
         {"968": ("complaints", OWN)}),
        ("In the town centre, opened on 3 May 2022, there were 54 knife crimes.", {"54": ("knife-crime", OWN)}),
        ("From this £213,940 was awarded to charities.", {"£213,940": ("charitie", OWN)}),
        ("In 2022, 806 people were killed or seriously hurt, 3% fewer than in 2021, when it was 834. Of these 44 died.",
         {"806": ("killed-or-seriously-injured", "2022"), "834": ("killed-or-seriously-injured", "2021"),
          "44": ("road-deaths", "2022")}),
        ("There were 9,615 referrals to victim services. The number of referrals rose by 3.9% from 9,254.",
         {"9,615": ("victim-referrals", OWN), "9,254": ("victim-referrals", BEFORE)}),
        ("Of 999 calls 78.6% were answered on time; the national target is 90%.",
         {"78.6%": ("answer-999", OWN), "90%": ("answer-999", OWN)}),
        ("The services were told about 9,412 victims. They helped 9,103. The year before they helped 9,004.",
         {"about 9,412": ("victim", OWN), "9,103": ("victims-supported", OWN), "9,004": ("victims-supported", BEFORE)}),
        ("My survey of 2022 had 4,118 responses. Of all who replied 67% feel safe, up from 65%.",
         {"4,118": ("survey-responses", "2022"), "67%": ("feel-safe", "2022"), "65%": ("feel-safe", "2021")}),
        ("Eleven people lost their lives by murder.", {"Eleven": ("homicide", OWN)}),
        ("Complaints were 2,118. 230 people then asked my office for a review.",
         {"2,118": ("complaints", OWN), "230": ("complaint-reviews", OWN)}),
        ("The year closed with £1.6m unspent.", {"£1.6m": ("underspend", OWN)}),
        ("The force recorded 88,214 crimes (fraud is counted nationally and left out here).",
         {"88,214": ("recorded-crime", OWN)}),
        ("We saw a 3.4% decrease in total crime (1,604 fewer offences), to 45,190.",
         {"45,190": ("recorded-crime", OWN)}),
        ("We ended March 2023 with 4,209, up from 4,101 twelve months earlier. The 4,209 officers have dogs.",
         {"4,209": ("officers", "2023-03-31"), "4,101": ("officers", "2022-03-31")}),
        ("The Commissioner's office cost £1.3m less than before and employed 22 people.",
         {"22": ("office-posts", OWN)}),
        ("Lines fell from 64 at 31 March 2022 to 40 at 31 March 2023; there were 538 drug arrests.",
         {"64": ("line", "2022-03-31"), "40": ("line", "2023-03-31"), "538": ("drug-arrests", OWN)}),
        ("The ministry made £2.3m available for vans in August 2022.", {"£2.3m": ("available van", OWN)}),
        ("The choir helped 1,840 singers (1,265 in its first eight months).", {"1,840": ("singer", OWN)}),
        ("In the autumn of 2022 2,713 people answered our survey (2021: 2,964). 61% feel safe.",
         {"2,713": ("survey-responses", "2022"), "2,964": ("survey-responses", "2021"), "61%": ("feel-safe", "2022")}),
        ("In 2022 3,410 residents answered. The 2021 survey had 2,964 responses. Of these 61% feel safe (2021: 58%).",
         {"3,410": ("resident", "2022"), "2,964": ("survey-responses", "2021"), "61%": ("feel-safe", "2022"),
          "58%": ("feel-safe", "2021")}),
        ("2,846 of you filled in our survey in the autumn.", {"2,846": ("survey-responses", OWN)}),
        ("In 2022, 44 people died on our roads. The number of those who were seriously injured rose to 842.",
         {"44": ("road-deaths", "2022"), "842": ("injured seriously those who", "2022")}),
        ("In 2022, 44 people died on our roads. Officers dealt with 9,402 Fatal Four offences.",
         {"44": ("road-deaths", "2022"), "9,402": ("fatal four offence", OWN)}),
        ("Our survey had 3,512 responses. Of those who took part, 57% are confident in Kent Police.",
         {"3,512": ("survey-responses", OWN), "57%": ("public-confidence", OWN)}),
        ("58% of the public are confident that the police deal fairly with complaints.",
         {"58%": ("public", OWN)}),
        ("In my 2022 survey, which 3,766 of you answered, 59% said that they had confidence in Kent Police.",
         {"3,766": ("survey-responses", "2022"), "59%": ("public-confidence", "2022")}),
        ("The survey, to which 3,766 residents replied, found that 59% felt safe.",
         {"3,766": ("survey-responses", OWN), "59%": ("feel-safe", OWN)}),
        ("Officers used stop and search 5,032 times and found something on 26.8% of occasions.",
         {"5,032": ("stop-and-search", OWN), "26.8%": ("stop-search-outcomes", OWN)}),
        ("Stop and search was used 5,032 times. Something was found on 26.8% of occasions.",
         {"5,032": ("stop-and-search", OWN), "26.8%": ("stop-search-outcomes", OWN)}),
        ("A total of 334 officers left during the year, including 112 who resigned.",
         {"334": ("officers-left", OWN), "112": ("officer resigned who", OWN)}),
        ("There were 19 hearings, as a result of which 13 officers were dismissed.",
         {"19": ("hearing", OWN), "13": ("officer", OWN)}),
        ("Reserves were £33.8m on 31 March 2023. We saved £14.1m.",
         {"£33.8m": ("reserves", "2023-03-31"), "£14.1m": ("savings", OWN)}),
        ("In 2022/23 there were 3,012 replies to the annual survey of 2022: 71% feel safe.",
         {"3,012": ("survey-responses", "2022"), "71%": ("feel-safe", "2022")}),
    ],
)  # fmt: skip
def test_a_clause_names_what_its_number_counts(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 4,903 sexual offences, of which 1,701 were rapes.",
         {"4,903": ("sexual-offences", OWN), "1,701": ("rape", OWN)}),
        ("We had 77 requests for a complaint review: 14 were upheld.",
         {"77": ("complaint-reviews", OWN), "14": ("upheld-reviews", OWN)}),
        ("Police recorded 14,960 domestic abuse crimes, with a charge rate of 10.2%.",
         {"14,960": ("domestic-abuse-crimes", OWN), "10.2%": ("domestic-abuse-charge-rate", OWN)}),
        ("In 2022, 331 people were killed or seriously injured on our roads; 18 were killed.",
         {"331": ("killed-or-seriously-injured", "2022"), "18": ("road-deaths", "2022")}),
        ("In 2022, 331 people were killed or seriously injured on our roads. Forty-four people died in 2022.",
         {"331": ("killed-or-seriously-injured", "2022"), "Forty-four": ("road-deaths", "2022")}),
        ("We spent £125.9m net of income in the year. Before that the spending was £142.6m.",
         {"£125.9m": ("income net", OWN), "£142.6m": ("spending", OWN)}),
        ("102,479 victims were supported. Of these, 4,420 were victims of domestic abuse and 2,965 of sexual violence.",
         {"102,479": ("victims-supported", OWN), "4,420": ("domestic-abuse-victims-supported", OWN),
          "2,965": ("sexual-violence-victims-supported", OWN)}),
        ("Of those supported, 2,965 were victims of sexual violence, 318 more than in 2021/22 (2,647).",
         {"2,965": ("sexual victim violence", OWN), "2,647": ("sexual victim violence", BEFORE)}),
        ("One in three officers (35.1%) is a woman.", {"35.1%": ("women-officers", OWN)}),
        ("Four in five victims (80.3%) were satisfied with the service.", {"80.3%": ("victim-satisfaction", OWN)}),
        ("Custody visitors went out 94 times.", {"94": ("custody visitor", OWN)}),
        ("My 38 custody visitors called at cells 294 times and talked to 1,177 people who were held there.",
         {"38": ("custody-visitors", OWN), "294": ("custody-visits", OWN), "1,177": ("detainees-seen", OWN)}),
        ("Our services supported 9,412 victims. They helped 812 people who had suffered domestic abuse.",
         {"9,412": ("victims-supported", OWN), "812": ("domestic-abuse-victims-supported", OWN)}),
        ("Officers went to 54,816 calls.", {"54,816": ("call", OWN)}),
        ("There were 3,412 officers. Of those, 14 officers were dismissed.",
         {"3,412": ("officers", OWN), "14": ("dismissed officer police", OWN)}),
        ("There were 88,214 crimes, and 10,377 crimes were reported through the website.",
         {"88,214": ("recorded-crime", OWN), "10,377": ("crime online reported", OWN)}),
        ("More than half, £143.8m, came from Government.",
         {"More than half": ("?f0", OWN), "£143.8m": ("government-grant", OWN)}),
        ("The gross budget of the force and my office was £232.6m.", {"£232.6m": ("budget", OWN)}),
        ("They made 512 stop searches. Something was found in 24.1% of searches.",
         {"512": ("stop-and-search", OWN), "24.1%": ("stop-search-outcomes", OWN)}),
        ("Of the robberies 1,041 were of people in the street.", {"1,041": ("people robberie street", OWN)}),
        ("Custody visitors offered a talk to 1,341 detainees, of whom 1,296 were spoken to.",
         {"1,341": ("detainee offered", OWN), "1,296": ("detainees-seen", OWN)}),
        ("The gross budget was £232,600,000. Of the £232.6m, overtime took £8.6m.",
         {"£232,600,000": ("budget", OWN), "£232.6m": ("?f1", OWN), "£8.6m": ("overtime", OWN)}),
        ("Of residents, 67% feel safe where they live. Of women who replied, 59% feel safe there.",
         {"67%": ("feel-safe", OWN), "59%": ("women", OWN)}),
        ("Satisfaction of victims was 73.6%. Among victims of domestic abuse alone, who were fewer, it was 69.4%.",
         {"73.6%": ("victim-satisfaction", OWN), "69.4%": ("domestic-abuse-satisfaction", OWN)}),
        ("Shops and other businesses suffered 811 burglaries.", {"811": ("burglarie businesse other shop", OWN)}),
        ("Businesses and community buildings suffered 811 burglaries.", {"811": ("other-burglary", OWN)}),
        ("We had 104 PCSOs at 31 March 2023, or 98.7 in full-time equivalents.",
         {"104": ("pcsos", "2023-03-31"), "98.7": ("pcsos", "2023-03-31")}),
        ("My office employed 21.6 full-time equivalent staff.", {"21.6": ("office-posts", OWN)}),
        ("Violent crime fell by 3%. Including fraud and computer misuse, the total was 76,045.",
         {"76,045": ("recorded-crime", OWN)}),
        ("We welcomed 291 new officers and said goodbye to the old station.", {"291": ("officers-recruited", OWN)}),
        ("We put £9.3m into buildings, meetings and vans.", {"£9.3m": ("building meeting van", OWN)}),
        ("We finished £0.9m under budget, having been £2.1m under it in 2021/22.",
         {"£0.9m": ("underspend", OWN), "£2.1m": ("underspend", BEFORE)}),
        ("They made 512 stop searches. The positive outcome rate was 29.1%.",
         {"512": ("stop-and-search", OWN), "29.1%": ("stop-search-outcomes", OWN)}),
    ],
)  # fmt: skip
def test_a_part_is_not_the_whole(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("who", "is_all"), [("Farmers", False), ("Local businesses", False), ("Residents", True), ("The public", True)]
)
def test_crimes_that_some_report_are_not_all_crime(who, is_all):
    (measure, _), = read(f"{who} reported 91,391 crimes.").values()

    assert (measure == "recorded-crime") == is_all


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At Band D the charge was £246.15, up £13. It has since been set at £260.15 for 2023/24.",
         {"£246.15": OWN, "£260.15": "2023/24"}),
        ("A Band D household paid £246.15 in 2022/23 and pays £260.15 in 2023/24.",
         {"£246.15": OWN, "£260.15": "2023/24"}),
        ("The Band D precept was £246.15. The Panel has agreed to £260.15 for 2023/24.",
         {"£246.15": OWN, "£260.15": "2023/24"}),
        ("The Band D precept was £246.15. A licence costs £79.50 in 2022/23.", {"£246.15": OWN}),
    ],
)  # fmt: skip
def test_the_bill_of_another_year_goes_on_with_the_one_before(text, expected):
    report = {amount: period for amount, (measure, period) in read(text).items() if measure == "precept-band-d"}

    assert {amount: report.get(amount) for amount in expected} == expected
    assert "£79.50" not in report


@pytest.mark.parametrize("verb", ["invested", "recruited", "redeployed"])
def test_those_who_are_moved_are_not_all(verb):
    told = read(f"The force {verb} over 900 officers in teams that investigate offences. There were 4,203 officers.")

    assert (told["over 900"][0] == "officers", told["4,203"][0]) == (False, "officers")


def test_of_two_numbers_of_two_things_the_second_has_not_the_name_of_the_first():
    told = read("Complaints and allegations about the force both rose: to 3,377 and 6,240.")

    assert (told["3,377"][0], told["6,240"][0] == "complaints") == ("complaints", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PCSO numbers fell to 241 and police staff rose to 2,050.",
         {"241": ("pcsos", OWN), "2,050": ("police-staff", OWN)}),
        ("The solved rate was 9.7%. For domestic abuse it was 11.4%, for hate crime 13.8% and for rape 4.9%.",
         {"9.7%": ("outcomes", OWN), "11.4%": ("domestic-abuse-outcomes", OWN), "13.8%": ("hate-crime-outcomes", OWN),
          "4.9%": ("rape-outcomes", OWN)}),
        ("Complaints and allegations rose to 3,377 and 6,240.",
         {"3,377": ("complaints", OWN), "6,240": ("allegations", OWN)}),
        ("The charge rate for all crime was 9.1%; for rape it was 5.4% (4.1% in 2021/22).",
         {"9.1%": ("charge-rate", OWN), "5.4%": ("rape-charge-rate", OWN), "4.1%": ("rape-charge-rate", BEFORE)}),
        ("Solved rates improved for domestic abuse, to 14.9% from 13.4%, and for rape, to 8.6%.",
         {"14.9%": ("domestic-abuse-outcomes", OWN), "13.4%": ("domestic-abuse-outcomes", BEFORE),
          "8.6%": ("rape-outcomes", OWN)}),
        ("Complaints recorded numbered 2,688 and allegations 4,037.",
         {"2,688": ("complaints", OWN), "4,037": ("allegations", OWN)}),
        ("Robberies came down to 287, and vehicle crime to 1,932 offences from 2,114.",
         {"287": ("robbery", OWN), "1,932": ("vehicle-crime", OWN), "2,114": ("vehicle-crime", BEFORE)}),
    ],
)  # fmt: skip
def test_each_of_a_row_has_its_own_name(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force recorded 97,905 crimes. The previous year's total was 102,418.",
         {"97,905": ("recorded-crime", OWN), "102,418": ("recorded-crime", BEFORE)}),
        ("Guns were discharged on 47 occasions in 2022/23; there had been 66 discharges in 2021/22.",
         {"47": ("discharged gun", OWN), "66": ("discharged gun", BEFORE)}),
        ("There were 1,571 robberies (1,362).", {"1,571": ("robbery", OWN), "1,362": ("robbery", BEFORE)}),
        ("Shop theft has become common. 7,010 offences were recorded in the year.", {"7,010": ("shoplifting", OWN)}),
        # "It" is what the value before it is, though its noun is but lent.
        (("44 people died on our roads in 2022 (2021: 48). The number seriously injured was 779; for 2021 it was 818 "
          "once late returns had been added."),
         {"44": ("road-deaths", "2022"), "48": ("road-deaths", "2021"),
          "779": ("road-serious-injuries", "2022"), "818": ("road-serious-injuries", "2021")}),
        # A bracket behind a longer predicate, where one before it tells the year before.
        ("On 31 March 2023 35.8% of officers were women (33.6% a year ago) and 4.9% were of an ethnic minority (4.5%).",
         {"35.8%": ("women-officers", "2023-03-31"), "33.6%": ("women-officers", "2022-03-31"),
          "4.9%": ("ethnic-minority-officers", "2023-03-31"), "4.5%": ("ethnic-minority-officers", "2022-03-31")}),
        ("The force logged 3,542 complaints (3,318), of which 1,311 were handled under Schedule 3 (1,204).",
         {"3,542": ("complaints", OWN), "3,318": ("complaints", BEFORE),
          "1,311": ("complaint handled schedule under", OWN), "1,204": ("complaint handled schedule under", BEFORE)}),
        ("Fewer than half, 39%, feel safe in town at night (38%).",
         {"Fewer than half": ("night safe town", OWN), "39%": ("night safe town", OWN),
          "38%": ("night safe town", BEFORE)}),
        # Behind a first value a bracket is what the noun in front of it names.
        ("The budget of £409.3m was funded from general government grant (£236.5m).",
         {"£409.3m": ("budget", OWN), "£236.5m": ("government-grant", OWN)}),
        # A rate without a name of its own is of what the sentence before has counted.
        ("Kent Police recorded 7,480 burglaries. That is equal to 8.6 offences per 1,000 households.",
         {"7,480": ("burglary", OWN), "8.6": ("burglary", OWN)}),
        ("There were 1,202 robberies. The rate per 1,000 residents was 0.6.",
         {"1,202": ("robbery", OWN), "0.6": ("robbery", OWN)}),
        ("There were 1,202 robberies. Crimes came to 74.1 per 1,000 people.",
         {"1,202": ("robbery", OWN), "74.1": ("recorded-crime", OWN)}),
    ],
)  # fmt: skip
def test_a_number_goes_on_from_what_was_said(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were 1,300 robberies. The figure for 2021/22, 1,230, has since been corrected to 1,242.",
        "There were 1,300 robberies. The number for 2021/22 has been revised from 1,230 to 1,242.",
    ],
)
def test_what_an_earlier_report_said_is_told_from_what_has_come_of_it(text):
    assert read(text) == {
        "1,300": ("robbery", OWN), "1,242": ("robbery", BEFORE), "1,230": ("robbery", BEFORE),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It raised the pay of 185 members of staff.", "police-staff"),
        ("Over 1,000 businesses have joined, and in each of the trial areas crime fell.", "business-crime"),
        ("It is to save as much work as 1,000 officers do.", "officers"),
        ("The programme gave Kent 487 officers.", "officers"),
        ("Over 900 officers now work in teams for this.", "officers"),
        ("The force plans to recruit 228 officers.", "officers"),
        ("There were 4,203 officers on 31 March 2023. The unit has grown to 300 officers.", "officers"),
        ("In April 2022 it was 28th for 999 calls answered in under 10 seconds.", "wait-999"),
    ],
)
def test_a_number_of_some_or_a_mark_is_not_what_there_is(text, measure):
    *_, (name, _) = read(text).values()

    assert name != measure


@pytest.mark.parametrize(
    ("title", "text", "is_all"),
    [
        ("3. Crime and antisocial behaviour", "Kent Police recorded 169,842 offences in the year, a rise of 8%.", True),
        ("Rural crime", "Kent Police recorded 312 offences in the year.", False),
        ("Crime", "Kent Police recorded 312 offences of arson.", False),
    ],
)
def test_below_a_title_of_all_crime_the_force_records_it(title, text, is_all):
    assert ("recorded-crime" in _find_below(title, text)) == is_all


@pytest.mark.parametrize(
    ("title", "text", "measures"),
    [
        ("How many police officers are there?", "That is by head. In full-time equivalents the number was 4,149.8.",
         {"officers"}),
        ("Police officers", "At the end of March 2023 there were 4,149.", {"officers"}),
        ("Police officers", "There were 12 stations. The number was 14.", set()),
        ("Police officers", "The number was 14 in Dover, where 3 had been planned.", set()),
    ],
)
def test_a_number_without_a_word_is_of_what_its_title_asks_for(title, text, measures):
    assert _find_below(title, text) == measures


def test_in_a_strip_a_share_goes_on_from_the_number_before_it():
    labels = (("calls to 999", 446918, "count"), ("within ten seconds", 91.4, "percent"), ("events", 126, "count"))
    told = [
        state(label, value, kind=kind, unit="%" if kind == "percent" else None,
              source={"kind": "picture", "id": f"i{at}", "start": 0, "end": 5})
        for at, (label, value, kind) in enumerate(labels, 1)
    ]  # fmt: skip
    strip = [
        {"id": each["source"]["id"], "kind": "other", "page": 1, "bbox": [0, 0, 9, 9], "labels": [each["measure"]]}
        for each in told
    ]
    order = ["s1", "p1", "t1", *(each["id"] for each in strip)]
    report = state_report("kent", "2022/23", *told, pictures=strip, order=order)
    lines = {line.measure: line.values[0].value for line in compare([report]).lines}

    assert (lines["calls-999"], lines["answer-999"]) == (446918, 91.4)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Kent Police recorded 166,218 crimes when fraud is left out.", "excludes fraud"),
        ("Adding the fraud that residents reported, there were 177,870 crimes.", "includes fraud"),
    ],
)
def test_words_for_fraud_tell_how_crimes_are_counted(text, counted):
    [line] = compare([tell("2022/23", [text])]).lines

    assert line.counted == counted


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Essex Police had 3,755 officers.", "Essex Police"),
        ("Our neighbour, Sussex Police, had 3,085 officers.", "Sussex Police"),
        ("Kent Police had 4,203 officers.", ""),
        ("With Essex Police we have 120 officers.", ""),
        ("Kent Police and Essex Police had 120 officers.", ""),
    ],
)
def test_what_another_force_has_is_not_the_own(text, place):
    [line] = compare([tell("2022/23", [text])]).lines

    assert (line.place or "") == place


def test_officers_by_head_are_counted_so():
    [line] = compare([tell("2022/23", ["On 31 March 2023 the force had 4,170 police officers by head."])]).lines

    assert line.counted == "headcount"


@pytest.mark.parametrize(
    ("title", "text", "measure"),
    [
        ("Custody visiting", "38 volunteers call at our police stations.", "custody-visitors"),
        ("Custody visiting", "Visits made: 170.", "custody-visits"),
        ("Volunteers", "204 volunteers help the force.", "police-volunteers"),
    ],
)
def test_a_title_says_whose_volunteers_and_visits_they_are(title, text, measure):
    assert measure in _find_below(title, text)


def test_cases_in_which_something_was_found_are_not_all_that_the_title_is_of():
    assert "complaints" not in _find_below("Complaints", "In 23 cases we found that the force should have done better.")


def _find_below(title: str, text: str) -> set[str]:
    """The measures that a report of one paragraph below a title states."""
    one = tell("2022/23", [text])
    part = {"id": "s1", "title": title, "level": 1, "number": None, "kind": "section", "page": 1}
    placed = [each.model_copy(update={"section": "s1"}).model_dump() for each in one.paragraphs]
    report = Report.model_validate(
        one.model_dump() | {"sections": [part], "paragraphs": placed, "order": ["s1", *one.order]}
    )
    return {line.measure for line in compare([report]).lines}
