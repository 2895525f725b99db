"""English. "My" before a lawyer, doctor or bank makes them the writer's own; without it they may be a customer."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            not work related, unrelated to work, not about work, not a business matter, nothing to do with business, not a work matter, nothing to do with work, this is private, this is personal, as personal,
            keep this to yourself, just between us, between you and me, between the two of us,
            off the record, outside office hours, not to my work address, my private address, my private number, delete this mail
        """,
        "family": """
            mum and dad, mom and dad, love you, lots of love, miss you, big hug, hugs and kisses, my mother in law,
            my father in law, parents evening, parent teacher conference, school play, school trip, school run,
            babysitter, babysitting, childminder, nursery place, pick up the kids, pick the kids up, the kids are,
            our little one, grandma, grandpa, granny, granddad, and your wife,
            and your husband, the little one
        """,
        "health": """
            doctor s appointment, doctors appointment, my doctor, your doctor, my gp, blood test, health insurance card, blood results,
            mri scan, ct scan, mammogram, biopsy, chemotherapy, radiotherapy, physiotherapy, my prescription,
            your prescription, repeat prescription, sick note, my surgery, my operation, my your pregnant, pregnancy,
            miscarriage, my therapist, therapy session, counselling session, my dentist, dental appointment,
            dentist appointment, root canal, antidepressants, my medication, in hospital, get well soon,
            health insurance claim, medical results, patient number, practice nurse, get well, operated on, my knee,
            my back, my blood pressure
        """,
        "money": """
            my mortgage, your mortgage, mortgage application, mortgage offer, our mortgage, overdraft,
            credit card bill, my bank account, my account statement, bank statement, savings account, my savings,
            my loan, student loan, personal loan, my pension, pension pot, tax return, my taxes, credit score,
            rent deposit, stocks and shares isa, my salary
        """,
        "law": """
            my lawyer, my solicitor, my attorney, your solicitor, divorce, custody, child support, alimony, prenup,
            my landlord, our landlord, eviction, last will, my will, probate, power of attorney for, speeding ticket,
            court hearing, restraining order
        """,
        "employment": """
            payslip, pay slip, pay rise, salary review, salary negotiation, salary expectations, performance review,
            appraisal meeting, written warning, disciplinary meeting, disciplinary hearing, severance, my resignation,
            hand in my notice, my application, your application for, application for the position,
            application for the role, cover letter, my cv, my resume, curriculum vitae, job interview,
            interview for the role, interview for the position, job offer, occupational health,
            return to work interview, letter of recommendation, your cv, liked your background
        """,
        "occasion": """
            birthday birthday dinner, birthday present, happy birthday, our wedding, my wedding, your wedding,
            wedding invitation, hen do, stag do, stag night, bachelor bachelorette, baby shower, christening, baptism,
            funeral, condolences, sorry for your loss, housewarming, family dinner, family reunion, date night,
            anniversary dinner, holiday photos, holiday snaps, football practice, piano lesson, book club,
            five a side, we marry, getting married, we are marrying, we got married, our baby, baby is here
        """,
    },
    hints={
        "family": """
            mum, mom, dad, mummy, daddy, my wife, my husband, my daughter, my son, my sister, my brother, my parents,
            kids, auntie, uncle, cousin, kisses, at home, homework, sleepover, daycare, kindergarten, children,
            my partner, your wife, your husband
        """,
        "health": """
            doctor, dentist, clinic, hospital, surgery, prescription, treatment, therapy, therapist,
            appointment with dr, test results, medication, ward, nurse, sick, ill, patient, painkillers, tablets,
            your results
        """,
        "money": """
            mortgage, remortgage, fixed rate, monthly payment, monthly payments, instalment, instalments,
            account balance, standing order, debit card, loan, interest rate, deposit, current account, sort code,
            cash machine, repayment, insurance policy, life insurance
        """,
        "law": """
            lawyer, solicitor, attorney, court, hearing, tenancy, notary, privileged, attorney client,
            legally privileged, claimant, defendant, inheritance, tenancy agreement
        """,
        "employment": """
            salary, hr, human resources, vacancy, recruiter, interview, candidate, hiring manager, maternity leave,
            paternity leave, parental leave, sick leave, annual leave, probation, headhunter, career,
            linkedin profile, notice period, new job, grievance, reference letter
        """,
        "occasion": """
            birthday, wedding, anniversary, barbecue, bbq, picnic, christmas dinner, rsvp, bring a bottle, gift,
            weekend away, fancy dress, match on saturday, concert tickets, cinema
        """,
    },
    home="""
        radiator, radiators, heating, boiler, plumber, electrician, locksmith, chimney sweep, landlord, landlady,
        flatmate, apartment, bedroom, bathroom, kitchen, cellar, attic, balcony, garden, lawn, hedge, neighbour,
        neighbours, neighbor, neighbors, service charges, washing machine, furniture, moving house, removal van,
        choir, rehearsal, rowing, rugby, cricket, tennis, yoga, gym, allotment, bike ride, hike, camping, boat,
        caravan, half term, school, teacher, playground, nursery, toddler, baby, nephew, niece, aunt, granddaughter,
        grandson, godfather, godmother, the dog, the cat, puppy, salad, cake, sunday lunch, recipe, swimming pool,
        swim, piano, guitar, orchestra, church, parish, beers, hygienist, braces, toothache, tooth, orthodontist,
        contact lenses, eye test, physiotherapist, osteopath, chiropractor, cardiologist, dermatologist,
        paediatrician, gynaecologist, midwife, x ray, x rays, ultrasound, blood pressure, cholesterol, allergy,
        allergies, vaccination, flu jab, fever, cough, migraine, check up, waiting room, stitches, crutches,
        painkiller, sick days, head lice, school bus, school uniform, swimming lesson, pupil, pupils, report card,
        packed lunch, sports day, scouts, satchel, pencil case, headteacher, headmistress, headmaster, bathtub,
        mold, wallpaper, curtains, sofa, fridge, freezer, dishwasher, tumble dryer, oven, gutter, chimney, shed,
        lawnmower, doorbell, letterbox, spare key, lodger, housemate, estate agent, decorator, handyman, cleaning
        lady, window cleaner, council tax, car insurance, home insurance, household insurance, joint account, direct
        debit, piggy bank, executor, codicil, godparents, soprano, singing, goalkeeper, referee, darts, chess,
        knitting, pottery, ballet, violin, trumpet, theatre tickets, hiking, cycling, marathon, half marathon,
        skiing, ski trip, tent, fishing, sailing, kayak, board games, crossword, birthday cake, godson, goddaughter,
        cousins, stepmother, stepfather, in laws, grandchildren, darling, sweetheart, dog, dogs, cat, cats, kitten,
        hamster, guinea pig, rabbit, pony, horse riding, kennel, current employer
    """,
)
