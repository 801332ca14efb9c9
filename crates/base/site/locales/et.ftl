skip-to-content = Liigu sisu juurde
nav-main = Peamenüü
nav-menu = Menüü
sign-out = Logi välja
footer-privacy = Privaatsus
footer-demo = Teised demorollid
footer-language = Keel
footer-theme = Värvid
footer-set = Rakenda
theme-auto = Nagu seadmes
theme-light = Hele
theme-dark = Tume
error-title = Viga: { $title }
error-summary = Palun parandage see
error-reference = Viitekood: { $code }
error-home = Avalehele
error-not-found = Seda lehte siin ei ole
error-not-found-text = Võib-olla on leht mujale viidud või ei ole see teile nähtav. Minge tagasi või alustage avalehelt.
error-forbidden = Teie roll seda ei luba
error-forbidden-text = Teie kontol ei ole selleks õigust. Kui see teie arvates peaks olema, pöörduge kooli poole.
error-invalid = Palun parandage see
error-invalid-text = Midagi vormil vajab ülevaatamist. Minge tagasi ja proovige uuesti.
error-conflict = Seda ei saa veel teha
error-conflict-text = Vahepeal on midagi muutunud. Minge tagasi ja vaadake uuesti.
error-busy = Süsteem on hetkel hõivatud
error-busy-text = Midagi ei salvestatud. Proovige mõne sekundi pärast uuesti.
error-internal = Meie süsteemis läks midagi valesti
error-internal-text = Teie viimasest sammust ei salvestatud midagi. Proovige uuesti; kui see jälle ei õnnestu, öelge koolile allolev viitekood.
form-unreadable = Vormi ei saanud lugeda. Minge tagasi ja saatke see uuesti.
already-exists = See on juba olemas.
why-we-ask = Miks me seda küsime
why-text = Eesmärk: { $purpose }. Õiguslik alus: { $basis }. { $period }
why-records = Isikuandmete töötlemise toimingute registris
kept-for = Säilitusaeg pärast seda, kui andmeid enam vaja ei ole: { $period }.
kept-school = Säilitatakse seni, kuni kool on siin.
period-hours = { $n ->
    [one] 1 tund
   *[other] { $n } tundi
}
period-days = { $n ->
    [one] 1 päev
   *[other] { $n } päeva
}
period-months = { $n ->
    [one] 1 kuu
   *[other] { $n } kuud
}
period-years = { $n ->
    [one] 1 aasta
   *[other] { $n } aastat
}
date = { $day }. { $month } { $year }
month-1 = jaanuar
month-2 = veebruar
month-3 = märts
month-4 = aprill
month-5 = mai
month-6 = juuni
month-7 = juuli
month-8 = august
month-9 = september
month-10 = oktoober
month-11 = november
month-12 = detsember
role-visitor = Külastaja
role-operator = Majutaja
role-administrator = Haldur
role-office = Kantselei
role-teacher = Õpetaja
role-guardian = Vanem või eestkostja
role-student = { $student ->
    [child] Laps
    [pupil] Õpilane
    [learner] Õppija
   *[student] Õpilane
}
role-dpo = Andmekaitse
role-shell = Käsurida
role-job = Ajastatud töö
subject-student = { $student ->
    [child] Lapsed
    [pupil] Õpilased
    [learner] Õppijad
   *[student] Õpilased
}
subject-guardian = Vanemad ja eestkostjad
subject-staff = Töötajad
subject-user = Kõik, kellel on konto
subject-operator = Majutajad
subject-contact = Kontaktisikud
subject-nobody = Mitte keegi
purpose-administration = kooli andmete haldamine
purpose-teaching = õpetamine
purpose-family-contact = suhtlus peredega
purpose-child-safety = laste turvalisus
purpose-sign-in = sisselogimine
purpose-security = turvalisus
purpose-accountability = vastutus
purpose-communication = sõnumid
purpose-import = andmete ülevõtmine kooli haldussüsteemist
purpose-operation = teenuse käitamine
purpose-access = otsustamine, kes milliseid andmeid näeb
purpose-statistics = rühmade arvandmed, mitte kunagi ühe inimese kohta
basis-public-task = avalikes huvides oleva ülesande täitmine
basis-contract = leping
basis-attested = nagu kool on kinnitanud
basis-edition = nagu kool on määranud
basis-legal-obligation = juriidiline kohustus
basis-legitimate-interest = õigustatud huvi
basis-consent = nõusolek
category-identifier = numbrid ja võtmed
category-name = nimed
category-birth = sünnikuupäev
category-gender = sugu
category-nationality = kodakondsus
category-address = aadress
category-contact = kontaktandmed
category-relationship = suhted
category-education = rühmad ja nimekirja kuulumine
category-employment = töösuhe
category-credential = sisselogimisvahendid
category-device = seade ja võrk
category-activity = mida ja millal tehti
category-message = sõnumid
category-restriction = kohtu määratud piirangud
module-off = See moodul on teie koolis välja lülitatud. Haldur saab selle sisse lülitada lehel „Moodulid“.
measure-own-file = Iga kooli andmed on omaette failis, krüpteeritud AES-256-ga ja oma võtmega; ükski päring ei ulatu kahe kooli andmeteni.
measure-role-table = Leht saab teha ainult seda, mis on üks { $n } nimetatud toimingust, ja see, kes mida tohib, on kirjas ühes rollitabelis; mida seal ei ole, sellest keeldutakse. Rolle kontrollitakse igal päringul uuesti.
measure-trail = Muudatused ja teiste inimeste andmete vaatamised märgitakse aheldatud kontrolljälge, kus iga märke hilisem muutmine on näha.
measure-security-log = Sisselogimised ja keeldumised on kirjas turvalogis, kus võrguaadressist hoitakse alles ainult osa.
measure-erasure = Kustutatud andmed kirjutatakse failis üle.
measure-own-pages = Lehed ei laadi midagi mujalt, teised saidid ei saa neid raami panna ja need ei jää puhvrisse; teistelt saitidelt saadetud vormid lükatakse tagasi.
measure-logs = Serveri enda logis tähistavad andmeid juhuslikud numbrid ja kellegi nime seal ei ole.
recipient-host = selle paigalduse majutaja, kooli nimel
recipient-oneself = inimene ise
recipient-public = igaüks, kes avab privaatsuslehed (andmekaitsespetsialisti ja esindaja andmed)
find-open = Otsi (Ctrl+K)
find-keys = Valimiseks üles ja alla, avamiseks Enter, sulgemiseks Esc
find-title = Otsi
find-label = Leht, tegevus või nimi
offline-title = Võrku ei ole
offline-text = See seade ei saa praegu teie kooliga ühendust. Juba saadetust ei ole midagi kadunud; mis jäi saatmata, saatke uuesti, kui ühendus on taastunud.
offline-again = Proovi uuesti
offline-kept = See leht on salvestatud siia seadmesse. Vahepeal võib midagi olla muutunud.
offline-pages = Siia seadmesse salvestatud
error-too-many = Korraga liiga palju
error-too-many-text = { $n ->
    [one] Teie võrgust tuli lühikese ajaga väga palju päringuid. Oodake üks sekund ja jätkake siis.
   *[other] Teie võrgust tuli lühikese ajaga väga palju päringuid. Oodake { $n } sekundit ja jätkake siis.
  }
error-too-large = See on liiga suur
error-too-large-text = Vormis võib olla 1 MB teksti, koos failidega kokku { $n } MB. Saatke korraga vähem.
error-too-long = See aadress on liiga pikk
error-too-long-text = Alustage avalehelt ja jätkake sealt.
error-too-slow = See võttis liiga kaua
error-too-slow-text = Võib-olla see siiski salvestati: vaadake kõigepealt järele ja proovige siis uuesti.
plain-refused = Andmed liiguvad siin ainult krüpteeritult. Kasutage aadressi { $url }; midagi ei salvestatud.
role-support = Majutaja, toeloa alusel
support-needed = Te majutate seda kooli, kuid ei tohi selle sisu näha. Taotlege koolilt toeluba; selle üle otsustab kooli haldur.
support-only-looks = Toeluba lubab vaadata seda, mida näeb kantselei, kuid mitte midagi muuta. See leht toeloa alla ei kuulu.
support-banner = Vaatate seda kooli toeloa alusel, mis lõpeb hiljemalt: { $until }. Kõik, mille avate, pannakse kirja ja kool saab seda lugeda.
support-banner-leave = Lahku
