//! What headings are called in English, Dutch, Flemish, German, French, Spanish, Estonian, Arabic and
//! Hindi, apart by commas. Compared without case, accents, spaces and signs.

use super::fields::{Field, Part};

pub(super) const FIELDS: &[(Field, &str)] = &[
    (Field::Key, "id, sis id, sourcedid, key, idnr, id nr, uuid, guid, extern id, external id, kood, db id, lfd nr"),
    (
        Field::Number,
        "student number, student no, student id, studentid, admission number, admission no, adm no, \
         enrollment number, enrolment number, registration number, registration no, lrn, upn, pupil \
         number, pupil id, stamnummer, stamnr, leerlingnummer, leerlingnr, leerling nr, llnr, \
         studentnummer, leerling id, schulernummer, schuelernummer, schuler id, matrikelnummer, numero \
         eleve, numero d'eleve, id eleve, matricule, numero de alumno, numero de matricula, matricula, \
         expediente, opilase number, opilase kood, رقم الطالب, رقم القيد, الرقم الجامعي, प्रवेश संख्या, \
         छात्र संख्या, नामांकन संख्या, admissionnumber, student sis id, learner id, learner reference \
         number",
    ),
    (Field::Reference, "user sourcedid, userid, user sis id, login sis id, student sourcedid, child id, student key"),
    (Field::Related, "relationship user sourcedid, related user, agent sourcedid"),
    (
        Field::CallName,
        "first name, firstname, given name, forename, preferred name, call name, known as, roepnaam, \
         voornaam, vorname, rufname, prenom, nombre, nombres, primer nombre, eesnimi, الاسم الاول, اسم \
         الطالب الاول, पहला नाम, प्रथम नाम",
    ),
    (
        Field::Infix,
        "tussenvoegsel, tussenvoegsels, tussenv, voorvoegsel, voorvoegsels, infix, namenszusatz, \
         vorsatzwort",
    ),
    (
        Field::Surname,
        "last name, lastname, surname, family name, achternaam, familienaam, nachname, familienname, \
         zuname, nom de famille, postnom, post nom, apellido, apellidos, primer apellido, segundo \
         apellido, apellido paterno, apellido materno, perekonnanimi, perenimi, اسم العائله, اللقب, \
         الكنيه, उपनाम, कुलनाम, अंतिम नाम",
    ),
    (
        Field::FullName,
        "name, full name, fullname, display name, naam, volledige naam, naam leerling, nom, nom complet, \
         nom et prenom, nom prenom, nombre completo, nombre y apellidos, apellidos y nombre, apellidos \
         nombre, nimi, taisnimi, ees ja perekonnanimi, vollstandiger name, name vorname, الاسم, الاسم \
         الكامل, الاسم الثلاثي, الاسم الرباعي, नाम, पूरा नाम, student",
    ),
    (
        Field::Born,
        "date of birth, birth date, birthdate, birthday, dob, born, geboortedatum, geb datum, gebdatum, \
         geboren, gebdat, geburtsdatum, geburtstag, date de naissance, naissance, ne le, nee le, fecha de \
         nacimiento, fecha nacimiento, nacimiento, sunniaeg, sunnikuupaev, sunnipaev, تاريخ الميلاد, \
         تاريخ الولاده, जन्म तिथि, जन्मतिथि, जन्म दिनांक",
    ),
    (Field::Gender, "gender, sex, geslacht, m v, geschlecht, sexe, genre, sexo, genero, sugu, الجنس, النوع, लिंग"),
    (
        Field::Nationality,
        "nationality, citizenship, nationaliteit, staatsangehorigkeit, nationalitat, nationalite, \
         nacionalidad, kodakondsus, الجنسيه, राष्ट्रीयता",
    ),
    (
        Field::Postcode,
        "postcode, post code, postal code, zip, zip code, zipcode, pin code, pincode, postnummer, plz, \
         postleitzahl, code postal, codigo postal, cp, postiindeks, sihtnumber, الرمز البريدي, पिन कोड, \
         पिनकोड",
    ),
    (
        Field::Email,
        "email, e mail, mail, email address, emailadres, e mail adres, mailadres, email adresse, \
         schulemail, school email, secondary email, courriel, adresse e mail, adresse mail, correo, \
         correo electronico, e post, e posti aadress, meil, البريد الالكتروني, البريد, الايميل, ईमेल, ई \
         मेल",
    ),
    (
        Field::Phone,
        "phone, phone number, telephone, mobile, mobile number, cell, cell phone, cellphone, contact, \
         contact number, contact no, contactnumber, sms, telefoon, telefoonnummer, telefoonnr, tel, \
         mobiel, mobiel nummer, 06 nummer, gsm, gsm nummer, telefon, telefonnummer, handy, mobil, \
         mobiltelefon, portable, numero de telephone, telefono, movil, celular, mobiiltelefon, الهاتف, \
         رقم الهاتف, هاتف, الجوال, جوال, رقم الجوال, फोन, फोन नंबर, मोबाइल, मोबाइल नंबर, दूरभाष",
    ),
    (
        Field::Level,
        "level, grade, grade level, year group, year level, year of study, leerjaar, jaargroep, jaarlaag, \
         studiejaar, jahrgang, jg, jahrgangsstufe, klassenstufe, schulstufe, stufe, niveau, annee, grado, \
         nivel, curso escolar, klassiaste, الصف, المرحله, الصف الدراسي",
    ),
    (
        Field::Group,
        "class, class name, classname, group, group name, groups, homeroom, home room, form, form class, \
         tutor group, registration group, reg group, section name, section title, class title, course, \
         course name, cohort, klas, klassen, groep, groepen, groepsnaam, stamgroep, stamklas, basisgroep, \
         lesgroep, lesgroepen, klasnaam, klasse, gruppe, lerngruppe, klassenbezeichnung, kurs, \
         kursbezeichnung, classe, groupe, division, clase, grupo, aula, klass, ruhm, الفصل, اسم الفصل, \
         المجموعه, कक्षा, समूह",
    ),
    (
        Field::GroupKey,
        "class sourcedid, classid, class id, section sis id, sectionid, section id, group id, groupid, \
         course id, courseid, groep id, groepkey, kursid",
    ),
    (Field::Section, "section, class section, parallel, الشعبه, अनुभाग, वर्ग, खंड, सेक्शन"),
    (
        Field::Mentor,
        "mentor, klassenmentor, groepsleerkracht, leerkracht, mentoren, klastitularis, titularis, \
         klassenlehrer, klassenleitung, kllehrer, kl lehrer, lehrer, klassenleiter, tutor, class teacher, \
         homeroom teacher, form tutor, form teacher, teacher, teachers, professeur principal, enseignant, \
         profesor, profesora, maestro, maestra, docente, klassijuhataja, opetaja, المعلم, معلم الفصل, \
         शिक्षक, कक्षा शिक्षक, stvkllehrer, docent, docenten",
    ),
    (
        Field::EmployeeId,
        "employee id, employee number, employee no, employee code, staff id, staff number, staff code, \
         teacher number, teacher id, teacher code, personeelsnummer, medewerkernummer, docentcode, docent \
         code, afkorting, personalnummer, kurzel, kuerzel, lehrerkurzel, matricule agent, numero de \
         empleado, tootaja number, الرقم الوظيفي, कर्मचारी संख्या",
    ),
    (
        Field::Title,
        "title, job title, position, function, functie, designation, funktion, amtsbez, amtsbezeichnung, \
         fonction, poste, cargo, puesto, amet, ametikoht, المسمي الوظيفي, الوظيفه, पद, qualification \
         title, bezeichnung, libelle",
    ),
    (Field::Role, "role, roles, user role, rol, rolle, enrollment role, الدور, भूमिका"),
    (
        Field::Relationship,
        "relationship, relation, relationship role, relationship to student, relatie, verwantschap, \
         verhouding, beziehung, verwandtschaft, lien, lien de parente, parentesco, relacion, sugulus, \
         seos, صله القرابه, القرابه, संबंध, रिश्ता",
    ),
];

/// Words that say a column speaks of a guardian, longest first where one begins another.
pub(super) const GUARDIANS: &[(Person, &str)] = &[
    (Person::Father, "father, fathers, dad, vader, vater, pere, padre, isa, الاب, الوالد, पिता"),
    (Person::Mother, "mother, mothers, mom, mum, moeder, mutter, mere, madre, ema, الام, الوالده, माता, मां"),
    (
        Person::Guardian,
        "parent guardian, guardian, guardians, parents, parent, carer, contactperson, emergency contact, \
         ouder verzorger, ouders, ouder, verzorger, verzorgers, voogd, contactpersoon, \
         erziehungsberechtigter, erziehungsberechtigte, sorgeberechtigter, sorgeberechtigte, elternteil, \
         eltern, responsable legal, responsable, representant legal, tuteur, parente, tutor legal, tutor, \
         acudiente, apoderado, lapsevanem, vanem, hooldaja, ولي الامر, अभिभावक",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Person {
    Father,
    Mother,
    Guardian,
}

/// What may follow such a word: those of the fields above that a guardian has.
pub(super) fn part(field: Field) -> Option<Part> {
    match field {
        Field::Key | Field::Reference => Some(Part::Key),
        Field::FullName => Some(Part::Name),
        Field::CallName => Some(Part::CallName),
        Field::Infix => Some(Part::Infix),
        Field::Surname => Some(Part::Surname),
        Field::Relationship => Some(Part::Relationship),
        Field::Phone => Some(Part::Phone),
        Field::Email => Some(Part::Email),
        _ => None,
    }
}

/// Words without weight, and words for the student the row is about.
pub(super) const FILLERS: &str = "of, the, s, der, des, die, das, du, de, la, le, l, d, del, el, van, het, का, के, की, student, \
         students, pupil, learner, child, leerling, leerlingen, kind, schuler, schuelers, eleve, enfant, \
         alumno, alumna, estudiante, opilase, opilane, lapse, الطالب, طالب, छात्र, विद्यार्थी, staff, \
         employee, medewerker";

/// Columns that may never be kept. Longer words are found anywhere in a heading.
pub(super) const FORBIDDEN: &str = "bsn, bsn ondwnr 4, burgerservicenummer, burger service nummer, pgn, persoonsgebonden nummer, \
         sofinummer, sofi, onderwijsnummer, rijksregisternummer, insz, ssn, social security, social \
         security number, national id, national insurance, nino, nid, aadhaar, aadhar, adhar, आधार, pan \
         number, pan no, passport, paspoort, identiteitskaart, id card, cpr, isikukood, dni, nif, nie, \
         curp, rut, cedula, steuer id, steuernummer, sozialversicherungsnummer, numero de securite \
         sociale, nir, ine, رقم الهويه, الهويه الوطنيه, الرقم القومي, الرقم الوطني, الاقامه, password, \
         passwd, pwd, wachtwoord, passwort, kennwort, mot de passe, contrasena, parool, salasona, كلمه \
         المرور, पासवर्ड, ethnicity, ethnicity codes, ethnic, ethnic group, etniciteit, ethnie, etnia, \
         rahvus, race, race codes, ras, rasse, raza, religion, godsdienst, geloof, levensbeschouwing, \
         konfession, religionszugehorigkeit, confession, usutunnistus, الديانه, धर्म, caste, caste \
         category, jati, जाति, category, tribe, land van herkomst, country of birth, birth country, \
         geboorteland, geburtsland, pays de naissance, pais de nacimiento, country of origin, \
         migrationshintergrund, herkunftsland, zuzugsjahr, home language, mother tongue, muttersprache, \
         moedertaal, thuistaal, verkehrssprache, gewicht, leerlinggewicht, leerling gewicht, gewicht \
         nieuw, land vader, land moeder, flag, disability, handicap, behinderung, medical, medical \
         conditions, allergies, allergieen, allergien, blood group, blood type, health, gezondheid, \
         diagnosis, diagnose, sen, iep, free lunch, rugzakleerling, asielzoeker, iban, bank account, \
         rekeningnummer, bankrekening, income, annual income, sexual orientation, political";

/// Columns Homeroom knows and has no purpose for.
pub(super) const NOT_DECLARED: &str = "username, user name, login, login id, loginid, gebruikersnaam, benutzername, identifiant, \
         usuario, kasutajanimi, middle name, middlename, address, adres, adresse, direccion, aadress, \
         street, straat, strasse, huisnummer, city, woonplaats, plaats, gemeente, ort, wohnort, ville, \
         town, barangay, municipality, province, state, state id, country, roll number, roll no, rollno, \
         roll, class number, klasnummer, klas nummer, अनुक्रमांक, रोल नंबर, admission date, enrolment \
         date, enrollment date, datum inschrijving, birth city, birth state, birthplace, place of birth, \
         geboorteplaats, geburtsort, lieu de naissance, photo, foto, status, graduation year, \
         voorletters, initials, voornamen, officiele voornamen, العنوان, पता, occupation, beroep, eckid";

/// The phrases of such a list.
pub(super) fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ")
}
