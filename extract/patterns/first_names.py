"""Given names, in lower case without accents: a capitalised pair that begins with one is most likely a person.

Written from general knowledge of the names that are common in Europe, the Americas and business mail from Asia.
Names that are everyday English words as well (Will, Mark, May, Bill, Art, Rich, Grant, Chase, Drew) stand in WORDS: they
count only before a family name.
"""

from __future__ import annotations

from typing import Final

_NAMES_LIST: Final = """
    aaron abby abdul abdullah abigail abraham ada adam adele adrian adriana adriano agata agnes agnieszka ahmad ahmed aidan
    aiko aileen aimee akash akiko akira alain alan alana alastair albert alberto alec aleksander aleksandra alejandra
    alejandro alena alessandra alessandro alex alexander alexandra alexandre alexey alexis alfonso alfred alfredo ali alice
    alicia alina alison alistair allan allen allison alma alonso alvaro alyssa amanda amber amelia amelie amina amir amit
    amy ana anand anastasia anders andre andrea andreas andrei andrej andres andrew andrey andrzej andy anette angela
    angelica angelika angelo angie anil anita anja anjali ann anna annabel anne annelise annette annie annika ansgar anthea
    anthony antje antoine anton antonia antonio anya april archie ariana ariel arjun armando arnaud arne arnold arthur
    arturo arun asha ashley ashok astrid athena audrey augusto aurelie aurora austin ava axel aya ayesha aziz barbara
    barry bart bartek bastian beata beate beatrice beatriz becky bella ben benedict benedikt benjamin benoit bernadette
    bernard bernd bernhard bernice bert bertrand beth bethany betty beverly bianca birgit birgitta bjarne bjorn blake
    blanca bob bobby bogdan bonnie boris brad bradley brandon brenda brendan brent brett brian bridget britta brittany
    bruce bruno bryan bryce caitlin calvin camila camille candace carina carl carla carlo carlos carmen carol carole
    carolina caroline carolyn carrie carsten casey cassandra catalina catarina catherine cathy cecilia cecile cedric celia
    celine cesar chad chandra chantal charlene charles charlie charlotte chelsea chen cheryl chiara chloe chris christa
    christel christian christiane christina christine christoph christophe christopher christy ciara cindy claire clara
    clare clark claude claudia claudio claus clemens clement cliff clifford clive cody colette colin colleen concetta
    connie connor conrad constance constantin cora corey corinna corinne cornelia cornelius courtney craig cristian
    cristina crystal curt curtis cynthia cyril dagmar dale damian damien damon dan dana daniel daniela daniele danielle
    danny daphne daria darius darlene darrell darren darryl daryl dave david davide dawn dean deanna debbie deborah debra
    declan deepak deirdre delia delphine denis denise dennis derek derrick desiree desmond detlef devon diana diane dick
    didier diego dieter dietmar dimitri dina dino dirk dmitri dolores dominic dominik dominique don donald donna dora
    doreen doris dorothea dorothy doug douglas duncan dustin dylan earl ebony eckhard ed eddie edgar edith edmund eduardo
    edward edwin eileen elaine eleanor elena eleni eli elias elif elin elisa elisabeth elise eliza elizabeth ella elle
    ellen elliot elliott elsa elvira emanuel emer emil emilia emilie emilio emily emma emmanuel enrico enrique eric erica
    erich erik erika erin ernest ernesto ernst erwin esteban estelle esther ethan etienne eugene eugenia eva evan evelyn
    ewa ewan fabian fabien fabio fabrice fatima federica federico felicity felipe felix ferdinand fernanda fernando filip
    filippo finn fiona flavia flavio florence florian fran frances francesca francesco francis francisca francisco franco
    francois francoise frank frankie franz fred freddie frederic frederick frederik freya frida frieda fritz gabriel
    gabriela gabriele gabriella gabrielle gail gareth garrett garry gary gavin gene genevieve geoff geoffrey georg george
    georges georgia georgina gerald geraldine gerard gerd gerhard gerrit gerry gert gertrud gianluca gianni gideon gil
    gilbert gilles gillian gina ginger giorgio giovanna giovanni gisela giulia giuseppe gladys glen glenda glenn gloria
    gonzalo gordon grace graham grazyna greg gregor gregory greta gretchen grzegorz guido guillaume guillermo gunnar
    gunther gustav gustavo guy gwen hakan hanna hannah hannes hanne hannu hans harald hari harold harriet harry harvey
    hassan hazel heather hector hedwig heidi heike heiko heinrich heinz helen helena helene helga helmut hendrik henning
    henri henrietta henrik henrique henry herbert herman hermann hilary hilda hildegard hiro hiroshi holger holly horst
    howard hubert hugh hugo humberto ian ibrahim ida ignacio igor ike ilaria ilona ilse imran ines inga inge ingo ingrid
    inigo ioana irena irene irina iris irma isaac isabel isabella isabelle ismail isobel ivan ivana ivo ivy izabela jack
    jackie jackson jacob jacqueline jacques jaime jake jakob jakub james jamie jan jana jane janet janice janine janis
    janine janusz jared jarek jason jasmin jasmine jasper javier jay jayne jean jeanette jeanne jeff jeffery jeffrey jelena
    jen jenna jennifer jenny jens jeremy jeroen jerome jerry jesper jesse jessica jessie jesus jill jim jimena jimmy jin
    jo joachim joan joana joann joanna joanne joao jocelyn jochen jodie joe joel joelle joerg joey johan johann johanna
    johannes john johnny jolanta jon jonas jonathan joost jordan jorg jorge jorgen jose josef josefa joseph josephine
    josh joshua josiane joyce juan juana juanita judith judy julia julian juliana julie julien juliet juliette julio
    julius june jurgen jurgen justin justine justyna jutta kai kaitlin kamal kamil karel karen kari karim karin karina
    karl karla karolina karsten kasia kate katarina katarzyna katherine kathleen kathrin kathryn kathy katia katie katja
    katrin katrina katy kay kazuo keiko keith kelly kelvin ken kendra kenji kenneth kenny kent kenneth kerry kerstin kevin
    khalid kieran kim kimberly kira kirk kirsten kirsty kirill kjell klara klaus konrad konstantin kris krishna kristian
    kristin kristina kristine kristof krystyna krzysztof kumar kurt kyle kylie lacey lance lara larry lars lasse laszlo
    laura laure lauren laurence laurent laurie lawrence lea leah leanne lee leif leigh leila lena lennart leo leon leonard
    leonardo leonie leroy lesley leslie leticia lewis liam lidia liesbeth lili lilian liliana lillian lily lin lina linda
    lindsay lindsey linnea lionel lisa lisbeth liv livia liz lloyd logan lois lola lora lorena lorenzo loretta lori
    lorna lorraine lothar lou louis louisa louise luc luca lucas lucia luciana lucie lucien lucille lucinda lucy ludovic
    ludwig luigi luis luisa lukas lukasz luke lutz lydia lynda lynette lynn maarten mabel maciej mackenzie maddie
    madeleine madison magali magda magdalena magnus maja malcolm malgorzata malik mandy manfred manuel manuela mara marc
    marcel marcela marcella marcelo marcia marcin marco marcos marcus marek margaret margarita margot margrit mari maria
    mariam marian mariana marianne marie marijke marilyn marina mario marion marisa marissa marit marius marjorie marko
    markus marlene marlon marta martha marthe martijn martin martina martine marty marvin mary maryam maryann masha
    massimo mateo mateusz mathias mathieu mathilde mats matt matteo matthew matthias matthieu matti maureen maurice
    mauricio maurizio max maxim maxime maximilian maya meera meg megan mehmet mei meike mel melanie melinda melissa mercedes
    mercy meredith mia micah michael michaela michal micheal michel michele michelle michiel mick miguel mihai mika mikael
    mike mikhail mikkel mikko milan milena miles milos mimi mina minh miranda miriam mirjam mitch mitchell miu mohamed
    mohammad mohammed moira molly mona monica monika monique moritz morten moses muhammad muriel mustafa myriam myrna nadia
    nadine nadja naomi natalia natalie nataliya natasha nate nathalie nathan neal ned neha neil nelly nelson neville niamh
    nicholas nick nicki nico nicola nicolai nicolas nicole nicoletta niels nigel nikki niklas nikola nikolai nikolaus
    nikolay nils nina nita noah noel noelle nora norbert norma norman norbert nuno octavia odile olaf olav ole oleg olga
    oliver olivia olivier omar oscar oskar osvaldo otto owen pablo paige pam pamela paola paolo pascal pascale pat patrice
    patricia patricio patrick patrik patti patty paul paula paulina pauline paulo pavel pawel pedro peer peggy penelope
    penny percy per perry petar pete peter petra petri petter phil philip philipp philippa philippe phillip phoebe phyllis
    pia pier pierre pieter pietro pilar piotr pooja prakash priscilla priya przemyslaw quentin quinn rachel rafael
    rafaela rahul raimund raj rajesh rajiv ralf ralph ram ramesh ramon ramona randall randi randy raphael raquel rashid raul
    ravi raymond rebecca regina reginald regine reinhard reinhold rejean remi renata renate rene renee reto rhonda ricardo
    riccardo richard rick ricky rita rob robert roberta roberto robin robyn rocio rod roderick rodney rodolfo rodrigo
    roger roland rolf roman romain ron ronald ronja ronnie rory rosa rosalie rosanna rosario rosemary rosie ross roswitha
    roxanne roy ruben rudi rudolf rudolph rudy rupert russell ruth ryan sabina sabine sabrina sally salma salvador
    salvatore sam samantha samir samuel sandeep sandra sandy sanjay santiago sara sarah sascha sasha satoshi saul scott
    sean sebastian sebastien selina serena serge sergei sergey sergio seth shane shannon sharon shaun shauna shawn sheila
    shelley sheryl shirley siegfried sienna sigrid silke silvia silvio simon simona simone sofia sofie sonia sonja sophia
    sophie soren spencer stacey stacy stan stanislav stanley stefan stefania stefanie stefano steffen steffi stella
    stephan stephane stephanie stephen steve steven stewart stig stuart subhash sue sunil susan susana susanna susanne
    susie suzanne suzy svein sven svenja svetlana swati sylvia sylvie sylvain tabitha takashi takeshi tamara tamer tammy
    tania tanja tanya tara tariq tatiana tatjana taylor ted terence teresa teri terrence terri terry tess tessa thea theo
    theodor theodore theresa therese thibault thierry thilo thomas thorsten tiago tiffany tilman tim timo timothy tina
    tiziana tobias toby todd tom tomas tomasz tommaso tommy toni tonia tony tore torsten tracey traci tracy travis trevor
    tricia trisha tristan troy tuomas tyler uli ulrich ulrika ulrike umberto ursula uta ute uwe valentin valentina valeria
    valerie vanessa vera verena vernon veronica veronika veronique vesa vicente vicki vicky victor victoria vijay viktor
    viktoria vincent vincenzo viola violet virginia virginie vittorio vivek vivian viviane vladimir volker waldemar walter
    waltraud wanda warren wayne wei wendy werner wes wesley whitney wilfried wilhelm willem william willie wilma winfried
    winston wladimir wolf wolfgang wojciech xavier xiaoming yan yang yannick yasmin yasmine yuki yuri yusuf yves yvette
    yvonne nancy cole nadege nanette natasja troels tyrone ulla valeriya vince wilfred winnie xenia yasuko yolanda youssef
    cole brooke carmela chet clint dwight elton ernie fay gabe garth gus hank hugues irvin ivor jed jodi karla kelsey krista
    latoya leila lorie mack marla marnie mason maude merle mindy myra nettie nigella orlando otis parker pavlos ralphie reggie
    rhys riley rochelle rodrick ronan rowan roxane sadie salim samira savannah shelby sheri sherry shirin sigurd silas skye
    sonny stefanos sunita taneka thad thelma tracie tuan tucker vaughn velma vince wallace waylon wilbur yaroslav zane
    abena abiola adaeze adebayo ade adele aditi adriaan afonso agata ahmet aiden aino ajay akua alba albin alina alfons alf
    alois amara amadou aminata amos anders andile anja ange anouk antje anton anwar aoife aram arash armin arne arvid asa
    asger assia astrid ayo azadeh babak balazs bao bartlomiej basil bastien bea bela benno bilal bjork bo boniface bram branko
    brigitte callum camilo carolin casper chaim chidi chinedu chioma cormac cosima cuthbert dai dalia damir dara dariusz davor
    dee deniz desta devi dieudonne dilip dimitris dineo divya dong dragan dunja ebba edda efua eilidh eirik ellis elke elodie
    emeka emine emre enzo erdem ercan erna esra fadi falk farah farid fatou fenna femke ferenc fergus filipa fintan florin
    folake frauke freddy gael gaetan gerda ghada giacomo gita goran gudrun guillem gulsen gyorgy haakon hamid hanan hans
    haruka haruki hauke heloise henk hisashi hye ibrahima idris ifeoma iker ilya imani imke indira ines inka ioannis isha
    ishaan ismael itziar jacek jaap jaana jamal jana janek jasna jelle jerome jia jiri joana jorn jovana juha jukka kaan kabir
    kaisa kalle karan katja kaveh kavita kees kemal kerem khadija kofi kojo kwame lachlan laleh lamine lars laszlo leandro leif
    lerato lian liesel lindiwe lior ljubica lorcan lotte lukas mairead maite malte mamadou manoj marit marijn marlies mathis
    mats matthijs mehdi meike mert milan mina mirko mohan moshe mpho nadav nanami naoki naoto naveen neela ngozi nikhil nikita
    nkechi noor nour oisin okan olamide olu oluwaseun onur oriol osman oyvind padraig parisa paloma pallavi pekka philippa
    piet pradeep pranav preeti raoul rashmi rania reza rohan rohit roos rui runa sachin saeed sakura salma salome samuli
    sander sanna santosh sarita saskia satish sena seonghun seung shalini shira shreya sibusiso sigrun simran sindre sinead
    sizwe snezana soo sofie solene solveig sora sota srinivas stijn suki suleiman suresh svetlana sylwia szymon tadeusz tam
    tamas tarek tariq tatsuya teun thabo thandi theodoros thijs thor tjark tom toru tove tuan tunde uchenna udo usha uwe
    valeria vasile veit venkat vesna vidya vikram vishal viveca wim wiebke wouter xander xin yara yasir yaw yiannis ylva
    yusra zainab zbigniew zeynep zineb zlatan zoltan zuzana
    zach zachary zahra zoe zofia zoran zsolt zuzanna
"""
NAMES: Final = frozenset(_NAMES_LIST.split())
WORDS: Final = frozenset(["will", "mark", "may", "bill", "art", "rich", "grant", "chase", "drew", "rob", "ray", "rose", "hope", "faith", "joy", "frank", "dean", "jack", "pat", "sue", "dawn", "june", "april", "guy", "max", "miles", "jean", "penny", "ginger", "olive", "ivy", "iris", "hazel", "ruby", "pearl", "heath", "cliff", "clay", "dale", "glen", "lance", "earl", "gene", "josh", "nick", "norm", "rusty", "sandy", "skip", "sterling", "stone", "summer", "wade", "ward", "woody"])  # fmt: skip
