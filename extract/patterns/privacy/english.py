"""English. "My" before a lawyer, doctor or bank makes them the writer's own; without it they may be a customer.

"Your" is what surgeries, schools and banks write to people: with what no firm has (a knee, a mortgage) it is a sign.
"""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            not work related, unrelated to work, not about work, not a business matter, nothing to do with business, not
            a work matter, nothing to do with work, nothing work related, this is private, this is personal, keep this
            to yourself, just between us, strictly between us, between you and me, between the two of us, off the
            record, outside office hours, not to my work address, my private address, my personal address, my private
            email, my personal email, my private number, delete this mail, please do not tell anyone, not for the
            office, nobody at work knows, no one at work knows, as personal, treat this as private
        """,
        "family": """
            mum and dad, mom and dad, love you, lots of love, all my love, miss you, big hug, hugs and kisses, mother in
            law, father in law, sister in law, brother in law, daughter in law, son in law, parents evening, parent
            teacher conference, parent teacher meeting, parent governor, school play, school trip, school run, school
            dinner, school meal, school bus, school uniform, school bag, school fee, school place, school report, school
            term, school office, first day of school, permission slip, consent slip, class teacher, form tutor, form
            teacher, class trip, class rep, class party, packed lunch, lunch box, head lice, year group, end of term,
            start of term, half term, after school club, breakfast club, holiday club, babysitter, babysitting, baby
            sitter, childminder, childcare, child care, nursery place, nursery school, primary school, secondary school,
            elementary school, middle school, kindergarten teacher, settling in session, pick up the kids, pick the kids
            up, drop the kids, the kids are, kids are, the children are, our little one, the little one, the little
            ones, grandma, grandpa, granny, granddad, grandad, nana, our son, our daughter, our kid, our boy, our girl,
            our children, your son, your daughter, your kid, your child, your little one, your mum, your dad, your mom,
            your sister, your brother, and your wife, and your husband, his homework, her homework, the homework, foster
            child, adoption papers, stepson, stepdaughter, stepmum, stepdad, family doctor, teething, nappies, diapers,
            toddler group, playdate, play date, sleepover, reading book, school assembly, class assembly, consent form
            for the trip, school photo, pe kit, swimming kit, parent association, pta, wellies, sent home from school,
            collect her from school, collect him from school, off school, school concert, nativity play, spelling test,
            maths homework
        """,
        "health": """
            doctor s appointment, doctors appointment, doctor s surgery, doctors surgery, gp appointment, gp surgery,
            your doctor, your gp, blood test, blood result, blood sample, blood pressure, blood sugar, blood count,
            health insurance card, health check, check up appointment, mri scan, ct scan, your scan, x ray appointment,
            x ray result, mammogram, biops*, chemotherap*, radiotherap*, physiotherap*, psychotherap*, ultrasound scan,
            your prescription, repeat prescription, sick note, fit note, pregnant, pregnancy, antenatal, midwife,
            miscarriage, ivf, therapy session, counselling session, dental appointment, dental check, dental hygienist,
            dentist appointment, dentist s appointment, root canal, wisdom tooth, wisdom teeth, toothache, your tooth,
            your teeth, hygienist, orthodont*, antidepressant*, antibiotic*, painkiller*, in hospital, out of hospital,
            discharged from hospital, get well soon, get well, feel better soon, health insurance claim, medical result,
            lab result, patient number, patient record, nhs number, practice nurse, practice manager, operated on, your
            operation, your symptom, your knee, your back pain, your shoulder, your hip, your blood, your referral,
            referral letter, gp referral, a diagnosis, tumour, tumor, cancer, diabetes, asthma, hay fever, migraine,
            cholesterol, allergy test, flu jab, flu shot, vaccination appointment, booster jab, smear test, colonoscopy,
            endoscopy, gastroscopy, cardiolog*, dermatolog*, gynaecolog*, gynecolog*, paediatric*, pediatric*,
            ophthalm*, optometr*, osteopath*, chiropract*, podiatr*, urolog*, neurolog*, oncolog*, on an empty stomach,
            nothing to eat before, eye test, hearing test, contact lens, new glasses, sprained, broken leg, broken arm,
            crutches, plaster cast, burnout, panic attack, depression, rehab, new filling, your knees, your injury,
            before your appointment, to your appointment, follow up appointment with, appointment with the doctor,
            appointment with the nurse, appointment with the dentist, appointment with the hygienist, scale and polish,
            clean and polish, your hygienist, inhaler, denture, dental implant, eyesight, varifocals, your vaccination,
            your jab, your check up, your checkup, your medication, your tablets, results are back from the lab, results
            came back normal, sore throat, chest pain, skin rash, thyroid, physio session, physio exercises, waiting
            list for the operation, day surgery, day of your operation, pre op, post op, bring your insurance card, my
            back
        """,
        "money": """
            your mortgage, mortgage application, mortgage offer, mortgage adviser, mortgage advisor, our mortgage,
            remortgage, overdraft, credit card bill, your credit card, your debit card, card was declined, your bank
            account, your savings account, your savings, your isa, your pension, your loan, joint account, bank
            statement, savings account, savings rate, student loan, personal loan, car loan, home loan, pension pot,
            pension statement, tax return, tax rebate, self assessment, income tax, credit score, rent deposit, stocks
            and shares isa, cash isa, no claims bonus, sort code, your standing order, proof of income, proof of
            address, our savings, child benefit, tax code, my savings
        """,
        "law": """
            your solicitor, your lawyer, divorc*, custody, child support, child maintenance, alimony, prenup,
            prenuptial, decree nisi, decree absolute, our landlord, your landlord, your landlady, eviction, last will,
            probate, letters of administration, lasting power of attorney, power of attorney for, speeding ticket,
            speeding fine, parking fine, court hearing, court date, restraining order, your divorce, your late mother,
            your late father, conveyanc*, land registry, your tenancy, tenancy agreement, deposit scheme, separation
            agreement, family court, small claims, witness statement, inheritance tax, contested will, purchase of the
            flat, sale of the house, sale of the flat, the sellers solicitor, the seller s solicitor, exchange and
            completion, neighbour dispute, boundary dispute, unfair dismissal, employment tribunal, personal injury,
            purchase of your flat, purchase of your house, sale of your flat, sale of your house, executor of the will,
            your late aunt, your late uncle, your late husband, your late wife, mother s estate, father s estate, aunt s
            estate, uncle s estate, grant of probate, draft will, copy of the will, sign the will, witnesses for the
            will, survey of the house, searches on the house, searches on the flat, completion of the house, buying the
            house, buying the flat, buyer s solicitor, vendor s solicitor, your ex husband, your ex wife, your
            separation, contact with the children, parking appeal, sister s estate, brother s estate, grandmother s
            estate, mother s will, father s will, aunt s will, my will and, make my will, in my will, making my will,
            made my will, your will and, signing your will, draft of your will, copy of your will, make your will,
            change your will
        """,
        "employment": """
            payslip, pay slip, pay rise, pay raise, salary review, salary negotiation, salary expectation, salary range,
            salary band, performance review, appraisal meeting, annual appraisal, written warning, disciplinary meeting,
            disciplinary hearing, severance, resignation letter, hand in my notice, handed in my notice, your notice
            period, your application, your job application, application for the position, application for the role,
            cover letter, covering letter, curriculum vitae, your cv, your resume, updated cv, updated resume, liked
            your background, impressed by your background, your linkedin profile, your career, next career step, career
            move, career change, new opportunity for you, job interview, job offer, job search, job hunt, job opening,
            interview for the role, interview for the position, first interview, second interview, final interview,
            interview stage, interview slot, interview process, interview panel, your interview, telephone interview,
            phone interview, your referees, assessment centre, occupational health, return to work interview, letter of
            recommendation, reference letter, looking for a new job, change jobs, changing jobs, open to a move, current
            employer, your employer, permanent role, start date and salary, base salary, salary package, compensation
            package, sign on bonus, signing bonus, shortlisted, shortlist of candidates
        """,
        "occasion": """
            birthday dinner, birthday party, birthday present, birthday cake, birthday card, happy birthday, our
            wedding, your wedding, wedding invitation, wedding present, wedding dress, wedding party, hen do, hen party,
            hen night, stag do, stag night, stag party, bachelor party, bachelorette party, baby shower, christening,
            baptism, first communion, bar mitzvah, bat mitzvah, funeral, condolence*, sorry for your loss, passed away,
            in loving memory, housewarming, family dinner, family reunion, family lunch, sunday lunch, sunday roast,
            date night, anniversary dinner, wedding anniversary, silver wedding, golden wedding, engagement party, got
            engaged, holiday photo, holiday snap, football practice, piano lesson, swimming lesson, riding lesson,
            driving lesson, book club, five a side, choir practice, choir rehearsal, band practice, getting married, we
            are marrying, we got married, our baby, baby is here, newborn, maid of honour, best man, bridesmaid, fancy
            dress, secret santa, christmas dinner, trick or treat, bring a bottle, barbecue at ours, dinner at ours,
            drinks at ours, over to ours, come round to ours, come over for dinner, round for dinner, easter egg hunt,
            we marry
        """,
    },
    hints={
        "family": """
            mum, mom, dad, mummy, mommy, daddy, kid, auntie, aunty, aunt, uncle, cousin, niece, nephew, kisses,
            homework, daycare, kindergarten, children, my partner, your wife, your husband, your partner, pupil,
            headteacher, head teacher, headmaster, headmistress, classroom, playground, nursery, toddler, term time,
            teacher, our school, school, parents, detention, grandson, granddaughter, grandchild, grandchildren,
            grandparent, godson, goddaughter, godparent, stepmother, stepfather, in laws, at home, school holidays, half
            term, sports day, spelling test, maths test, school trip, lunchbox, after school, form room, spelling,
            maths, guardian, carer, sibling, field trip, school book, library book, school gate, at the gate, reading
            record, consent form, year one, year two, year three, year four, year five, year six, her class, his class,
            class photo, class teacher s, recorder lesson, violin lesson, parents association, school holiday club, term
            dates, inset day, school council, playtime, lost property, name label, school shoes, school nurse, tutor
            group, absent from school, sports kit, gym kit, packed tea, nursery fees, key worker, potty, pushchair,
            pram, bedtime, gym bag, signed slip, slip for the trip, school hall, parents are welcome, sun hat, sun
            cream, raincoat, spare clothes, coat peg, bumped her head, bumped his head, fell in the playground, phonics,
            times tables, spelling list, science fair, project week, school project, recorder group, school year, her
            reading, his reading, her teacher, his teacher, class list, class outing, museum outing, bring a snack,
            helper for the trip, helpers for the trip, new starter at the nursery, little brother, little sister, big
            brother, big sister
        """,
        "health": """
            doctor, dentist, dental, clinic, hospital, surgery, prescription, treatment, therapy, therapist, appointment
            with dr, your appointment, next appointment, appointment slot, test result, medication, medicine, ward,
            nurse, sick, ill, patient, tablets, checkup, check up, symptom, fever, flu, cough, x ray, referral, physio,
            pharmacy, pharmacist, vaccination, vaccine, jab, allerg*, gp, receptionist, waiting room, knee, shoulder,
            ankle, tooth, teeth, braces, optician, fasting, insomnia, your results, your surgery, your treatment, date
            of birth, painkiller, crutches, results are back, came back normal, book you in, your tests, sore, swelling,
            rash, wound, bandage, splint, ointment, eye drops, iron levels, vitamin d, glucose, denture, fasted, empty
            stomach, arrive ten minutes early, insurance card, practice nurse, health centre, health center, medical
            centre, medical center, hearing aid, mole, ward round, discharge letter, x rays, fit you in, squeeze you in,
            unwell, swollen, infection, pill, twice a day, three times a day, after meals, bruise, sprain, numb, dizzy,
            dizziness, nausea, vomiting, diarrhoea, diarrhea, itchy, eczema, arthritis, sciatica, tendon, ligament,
            cartilage, meniscus, hernia, gallbladder, kidney, liver, bladder, bowel, prostate, cervical, womb, uterus,
            cyst, polyp, ulcer, reflux, anaemia, anemia, hormone, menopause, contraception, contraceptive, pill box,
            hearing test, the surgery, the dentist, blood group, heart rate, ecg, statin, insulin, antihistamine,
            paracetamol, ibuprofen, aspirin, morphine, anaesthetic, anesthetic, sedation, molar, veneer, whitening,
            abscess, health visitor, hospice, ambulance, paramedic, stretcher, intensive care, outpatient, inpatient, a
            and e, emergency room, urgent care, walk in centre, self isolate, quarantine, tested positive, covid, bring
            your card, ten minutes early, your frames, your lenses, your glasses, reading glasses, night guard,
            mouthguard, insole, orthotics, your levels, your readings, nil by mouth, previous doctor, previous dentist,
            last dentist, six month check, recall appointment, cleaning appointment, consulting room, treatment room,
            treatment plan, course of treatment, course of antibiotics, a new doctor, new patient, cancellation list,
            sleep better, sleeping badly, stay in bed, keep your leg up, dressing changed, blood work, bloods, swab,
            urine, stool sample, urine sample, biopsy result, growth removed, freckle, verruca, wart, back is better,
            side effect, feeling better after
        """,
        "money": """
            mortgage, fixed rate, monthly payment, instalment, installment, account balance, standing order, debit card,
            loan, interest rate, deposit, current account, cash machine, repayment, insurance policy, savings, adviser,
            advisor, policyholder, cardholder, pension, isa, credit card, life insurance, life cover, home insurance,
            household insurance, contents insurance, car insurance, pet insurance, travel insurance, direct debit,
            online banking, council tax, your current account, your balance, your branch, your direct debit, your new
            card, building society, credit union, savings bank, my account, my bank, tax refund, nest egg, annuity,
            drawdown, premium bonds, chip and pin, new pin, pin number, overdrawn, repayments, equity in the house,
            house deposit, first time buyer, help to buy, stamp duty, remortgaging, fixed term deal, tracker rate, early
            repayment charge, joint holder, savings goal, children s savings, junior isa, child trust fund, lifetime
            isa, your fixed rate, fixed rate ends, your repayments, your monthly payment, lost card, stolen card, card
            replacement, replacement card, unusual payment, unusual transaction, travel money, foreign currency for
            your, branch appointment, appointment in branch, in branch
        """,
        "law": """
            lawyer, solicitor, attorney, barrister, court, hearing, tenancy, notary, privileged, attorney client,
            legally privileged, without prejudice, claimant, defendant, inheritance, beneficiary, beneficiaries,
            mediator, tribunal, plaintiff, affidavit, statutory declaration, power of attorney, rent, landlord,
            landlady, leasehold, freehold, exchange of contracts, client care letter, completion day, your flat, your
            house, deeds, the estate, legal fees, legal aid, next of kin, executor of the, executor of her, executor of
            his, executor of your, late mother, late father, late aunt, late uncle, conveyance, stamp duty, legal
            papers, codicil, bequest, heir, guardianship, local searches, local authority searches, the petition,
            consent order, in front of witnesses, witnessed signature, two witnesses, family home, matrimonial home,
            your mother s house, your father s house, title deeds, local search, mortgage deed, transfer deed,
            intestate, intestacy, letters of wishes, trust deed, next hearing, bailiff, summons, fine notice, penalty
            notice, licence points, dashcam, no win no fee, legal costs insurance, guardian, tenants, your tenancy
            deposit, the searches, sworn, swear an oath, your ex, opposing side, opposing party, disbursement, sign the
            transfer, the cottage, the house sale, house purchase, flat purchase, proof of identity, file the papers,
            papers for the court, lodged at court, filed at court, court bundle, the hearing, reading of the will, left
            in the will
        """,
        "employment": """
            salary, hr, human resources, vacancy, vacancies, recruiter, recruitment, interview, candidate, annual leave,
            sick leave, probation, headhunter, headhunting, career, linkedin profile, notice period, new job, grievance,
            referee, confidentially, discreet*, in confidence, cv, applicant, application form, hiring, your profile,
            your background, maternity leave, paternity leave, parental leave, hiring manager, my application, my
            interview, full resume, latest resume, your application, salary expectation, shortlist, talent pool, talent
            team, talent partner, people team, your current role, your current salary, currently earning, day rate,
            permanent position, vacant position, relocation package, job spec, job advert, job board, background check,
            offer letter, contract of employment, employment contract, overtime pay, holiday entitlement, flexible
            working request, return to work, phased return, union rep, redundancy, redundancies, pay cut, interview
            round, next interview
        """,
        "occasion": """
            birthday, wedding, anniversary, barbecue, bbq, picnic, rsvp, gift, present for, weekend away, match on
            saturday, concert ticket, theatre ticket, cinema, cake, bride, groom, rehears*, fixture, pub
        """,
    },
    home="""
        radiator, heating, boiler, plumber, plumbing, electrician, locksmith, chimney sweep, landlord, landlady,
        flatmate, apartment, bedroom, bathroom, kitchen, cellar, attic, loft, balcony, garden, gardener, lawn, hedge,
        neighbour, neighbor, service charge, washing machine, furniture, moving house, move in, move out, moving in,
        removal van, removals, choir, rehearsal, rowing, rugby, football, cricket, tennis, badminton, netball, hockey,
        golf, squash, yoga, pilates, gym, allotment, bike ride, hike, camping, campsite, boat, caravan, school, teacher,
        playground, nursery, toddler, baby, nephew, niece, aunt, granddaughter, grandson, godfather, godmother, salad,
        potluck, recipe, piano, guitar, orchestra, church, parish, vicar, priest, mosque, synagogue, choirmaster, beers,
        gp, braces, toothache, tooth, teeth, orthodontist, optician, eye test, physio, osteopath, cardiologist,
        dermatologist, paediatrician, midwife, allergy, jab, vaccine, fever, cough, migraine, waiting room, crutches,
        head lice, pupil, report card, sports day, scouts, satchel, pencil case, headteacher, headmistress, headmaster,
        bathtub, damp, mold, wallpaper, curtains, carpet, sofa, fridge, freezer, dishwasher, tumble dryer, oven, cooker,
        gutter, chimney, roof tile, shed, lawnmower, doorbell, letterbox, spare key, front door, set of keys, meter
        reading, inventory check, lodger, housemate, estate agent, letting agent, lettings, decorator, handyman, tiler,
        roofer, cleaning lady, window cleaner, rent, tenancy, check out inspection, piggy bank, codicil, godparent,
        soprano, alto, tenor, singing, goalkeeper, referee, league, tournament, season ticket, teammate, squad,
        clubhouse, club house, membership fee, darts, chess, bridge night, quiz night, knitting, pottery, sewing,
        ballet, dance class, violin, cello, trumpet, theatre tickets, hiking, cycling, marathon, half marathon, parkrun,
        running club, triathlon, skiing, ski trip, tent, fishing, sailing, regatta, kayak, surfing, board game,
        crossword, godson, goddaughter, cousin, stepmother, stepfather, in laws, grandchildren, darling, sweetheart,
        dog, puppy, cat, kitten, hamster, guinea pig, rabbit, pony, horse riding, stables, kennel, cattery, vet, vets,
        vaccin*, flea, worming, mot, car park fine, tyres, holiday cottage, cottage, beach, seaside, airbnb, weekend
        trip, hairdresser, haircut, barber, florist, bakery, parcel for my, babysit, knit*, charity run, raffle, bake
        sale, bring and buy, jumble sale, church hall, village hall, harvest festival, ground floor flat, top floor
        flat, garden flat, new flat, tenants, landlords, away match, home match, home game, away game, five aside, swim,
        swimming pool, stitches, contact lenses, ultrasound, moving day, moving boxes, bunk bed, duvet, blocked sink,
        swimming club, swim team, rackets, racquets, tee time, innings, wicket, scrum, bootcamp, spin class, zumba, tai
        chi, hymn, sermon, harvest supper, bell ringing, organist, hall booking, alto part, tenor part, sheet music,
        dress rehearsal, amateur dramatics, drama group, reading group, book group, wine tasting, bake off, sourdough,
        casserole, lasagne, roast potatoes, walk the dog, dog walker, dog sitter, puppy class, microchip, neutered,
        spayed, vet bill, rescue centre, litter tray, budgie, parrot, tortoise, goldfish, spare keys
    """,
    kin="""
        wife, husband, daughter, son, sister, brother, parents, mother, father, mum, dad, mom, kid, children,
        girlfriend, boyfriend, fiancé, fiancée, fiance, fiancee, aunt, uncle, nephew, niece, cousin, grandmother,
        grandfather, grandson, granddaughter, ex wife, ex husband, family
    """,
    own={
        "health": """
            doctor, gp, dentist, surgery, therapist, physio, prescription, medication, medicine, tablets, pills, knee,
            hip, shoulder, ankle, tooth, teeth, blood, test results, symptoms, illness, pregnancy, check up, allergy,
            psychiatrist, psychologist, counsellor, health, doctors, therapy, back pain, blood pressure, stitches
        """,
        "money": """
            mortgage, bank account, current account, account statement, loan, pension, taxes, tax return, tax adviser,
            salary, overdraft, isa, credit card, debit card, insurance, car insurance, bank card, debts, student loan,
            mortgage adviser, building society, account balance
        """,
        "law": """
            lawyer, solicitor, attorney, landlord, landlady, divorce, tenancy, inheritance, custody, apartment, lease,
            rent, late father, late mother, ex husband, barrister
        """,
        "employment": """
            resignation, cv, resume, payslip, contract of employment, employment contract, notice period, appraisal,
            salary, cover letter, covering letter, referee, current employer, pension contribution, maternity leave,
            paternity leave, parental leave, interviews, job application, job interview, application for the
        """,
        "occasion": """
            birthday, wedding, wedding anniversary, christening, hen do, stag do, housewarming, honeymoon, engagement
            party, stag, hen, retirement party, leaving party, graduation
        """,
    },
    mine="my",
    endings=(("", ""), ("", "s"), ("y", "ies")),
    spellings={},
)
