# One person on record twice
duplicates-title = Topelt kirjas
duplicates-text = Need kirjed võivad olla üks inimene, kes on kaks korda kirja pandud. Vaadake enne otsustamist mõlemat.
duplicates-none = Keegi ei näi olevat topelt kirjas.
duplicates-done = Viimase 30 päeva jooksul ühendatud
duplicates-merged-about = Ühendas { $when } { $who }
duplicates-pair-title = Üks inimene või kaks?
duplicates-problem = Midagi pole veel ühendatud
duplicates-what = Väli
duplicates-older = Vanem kirje
duplicates-newer = Uuem kirje
duplicates-first = Vanem kirje, { $name }
duplicates-second = Uuem kirje, { $name }
duplicates-stays = Kumb kirje jääb alles?
duplicates-empty = Täitmata
duplicates-merge-heading = See on üks inimene
duplicates-merge-text = Valige, mis jääb. Kõik, mis on teise kirjega seotud, liigub kaasa ja teine kirje eemaldatakse. Kui mõlemal on sama seos, kehtib rangem; kohtu korraldus jääb alles. Saate selle 30 päeva jooksul tagasi võtta.
duplicates-two-accounts = Mõlemal on konto: alles jääb selle kirje konto, mis jääb; teine lõpetatakse ja omanik saab sellest kirja.
duplicates-merge = Ühenda üheks kirjeks
duplicates-administrator = Töötajate ühendamine võib konto lõpetada. Seda teeb administraator.
duplicates-apart-heading = Need on kaks inimest
duplicates-apart-text = Mõlemad kirjed jäävad nii, nagu need on, ja seda paari enam ei pakuta.
duplicates-apart = Jäta mõlemad alles
duplicates-choose-record = Valige, kumb kirje alles jääb.
duplicates-choose-value = Valige, kumb väärtus jääb.
duplicates-two-appointments = Mõlemal on kohtumine ajakava samas kohas. Tühistage enne üks neist.
duplicates-two-rows = Mõlemal on kanne, mida võib olla ainult üks. Eemaldage enne üks neist.
duplicates-own-account = Olete sisse logitud kontoga, mis lõpetataks. Jätke alles teine kirje.
duplicates-moved-on = Kontod on vahepeal muutunud. Vaadake mõlemad kirjed uuesti üle.
duplicates-merge-title = Ühendatud kirjed
duplicates-undo-hint = Mõlemad kirjed taastuvad endisel kujul; hiljem lisatu jääb selle juurde. Lõpetatud konto avaneb uuesti; omanik logib uuesti sisse.
duplicates-undo-until = Võimalik kuni { $when }.
duplicates-undo = Võta tagasi: jälle kaks kirjet
duplicates-in-the-way = Seda ei saa praegu tagasi võtta: vahepeal on midagi muudetud. Muutke see enne tagasi.
duplicates-since-changed = Vahepeal muudetud
duplicates-since-gone = Vahepeal eemaldatud
duplicates-since-taken = Antud kellelegi teisele
duplicates-thing-record = Kirje ise
duplicates-thing-groups = Rühmad
duplicates-thing-links = Seosed hooldajate ja laste vahel
duplicates-thing-account = Konto
duplicates-thing-appointments = Kohtumised
duplicates-thing-other = Muud kanded
duplicates-kind-guardian = Hooldajad
duplicates-kind-staff = Töötajad
duplicates-field-name = Nimi
duplicates-field-number = Number
duplicates-field-born = Sünniaeg
duplicates-field-postcode = Sihtnumber
duplicates-field-email = E-posti aadress
duplicates-field-phone = Telefoninumber
duplicates-field-household = Leibkond
duplicates-field-left-on = Lahkus
duplicates-field-employee-id = Töötaja number
duplicates-field-title = Ametinimetus
duplicates-why-same-name = Sama nimi
duplicates-why-nearly-same-name = Peaaegu sama nimi
duplicates-why-sounds-alike = Sarnaselt kõlavad nimed
duplicates-why-other-first-name = Sama perekonnanimi, aga teine eesnimi: võib-olla vend, õde või kaksik
duplicates-why-other-surname = Sama eesnimi, teine perekonnanimi
duplicates-why-same-birth = Sama sünniaeg
duplicates-why-other-birth = Teine sünniaeg
duplicates-why-same-number = Sama number
duplicates-why-nearly-same-number = Peaaegu sama number
duplicates-why-same-email = Sama e-posti aadress
duplicates-why-same-phone = Sama telefoninumber
done-duplicates-merged = Kaks kirjet on nüüd üks.
done-duplicates-apart = Need jäävad kaheks inimeseks.
done-duplicates-undone = Taas on kaks kirjet.
duplicates-kind-student = { $student ->
    [child] Lapsed
    [pupil] Õpilased
    [learner] Õppijad
   *[student] Õpilased
}
duplicates-score = { $n } 100-st
duplicates-count = { $n ->
    [0] Ühtegi paari pole vaadata.
    [one] Vaadata on üks paar.
   *[other] Vaadata on { $n } paari.
}
duplicates-more = { $n ->
    [one] Veel üks, vähem tõenäoline.
   *[other] Veel { $n }, vähem tõenäolised.
}
measure-duplicates = { $n ->
    [one] Ühendatud kirjeid saab ühe päeva jooksul uuesti lahutada; selle päevik on pitseeritud ja kustutatakse seejärel.
   *[other] Ühendatud kirjeid saab { $n } päeva jooksul uuesti lahutada; selle päevik on pitseeritud ja kustutatakse seejärel.
}
