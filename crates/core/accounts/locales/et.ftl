sign-in-title = Sisselogimine
sign-in-button = Logi sisse
sign-in-invited = Mul on kiri koodiga
field-login = E-posti aadress või mobiilinumber
sign-in-wrong = Need kaks ei sobi kokku. Kontrollige mõlemat ja proovige uuesti. Pärast viit katset oodake veerand tundi. Kui teie numbrit kasutab ka keegi teine, logige sisse e-posti aadressiga.
sign-in-code-title = Veel üks samm
sign-in-code-button = Edasi
field-password = Parool
field-password-hint = Vähemalt 8 märki. Hea parool on näiteks mitu sõna järjest.
field-old-password = Teie praegune parool
field-proof = Teie parool või kood rakendusest
field-proof-hint = Parool, millega te sisse logite, või kuus numbrit, mida näitab teie autentimisrakendus.
field-code = Kood
field-code-hint = Kuus numbrit teie autentimisrakendusest või üks teie taastekoodidest.
field-language = Keel
field-terms = Olen privaatsusteate läbi lugenud
code-wrong = See kood ei sobi. Oodake rakenduses järgmist koodi ja sisestage see.
password-short = Kasutage vähemalt { $n } märki.
password-long = Kasutage kõige rohkem { $n } märki.
password-common = Seda parooli kasutab liiga palju inimesi. Valige muu, näiteks mitu sõna järjest.
password-wrong = See ei ole teie parool. Sisestage parool, millega te sisse logite.
proof-wrong = See ei ole teie parool ega praegu kehtiv kood. Pärast viit katset logitakse see seade välja.
email-taken = Selle aadressiga juba logitakse sisse. Kasutage muud aadressi või logige sisse.
terms-unticked = Lugege privaatsusteade läbi ja märkige ruut.
invitation-title = Tere tulemast
invitation-text = Tere, { $name }! Valige, kuidas te sisse logite.
invitation-number = Saate sisse logida mobiilinumbriga, mis koolil teie kohta on; selle lõpp on { $end }. E-posti aadressi ei ole siis vaja.
invitation-button = Loo minu konto
invitation-code-title = Teie kiri
invitation-code-text = Sisestage kood kirjast, mille kool teile andis.
invitation-code-button = Edasi
invitation-code-wrong = Sellise koodiga kirja ei ole või on kood juba kasutatud või aegunud. Kontrollige iga märki või küsige koolist uus kiri.
no-address-title = E-posti aadressi ei ole
no-address = E-posti aadressi ei ole kirjas, seega e-kirja saata ei saa. Printige selle asemel kiri koodiga või lisage enne aadress.
no-address-letter = Prindi kiri
acknowledge-title = Privaatsusteade
acknowledge-text = Seda privaatsusteate versiooni ei ole te veel kinnitanud. Lugege see läbi, märkige ruut ja jätkake.
acknowledge-read = Loe privaatsusteadet
acknowledge-button = Edasi
account-title = Minu konto
account-logins = Sisselogimiseks kasutate:
account-notices = Mis teie kontoga on juhtunud
account-notices-read = Olen lugenud
account-notice-new = Uus
account-notices-text = Kui midagi siin ei teinud teie, muutke oma parool ja andke koolile teada.
account-sessions = Kus te olete sisse logitud
account-this = See seade
account-since = algus: { $when }
account-last = viimati kasutatud: { $when }
account-end = Lõpeta
account-end-others = Lõpeta kõik teised
account-device-unknown = Tundmatu seade
account-password = Parooli muutmine
account-password-button = Muuda parool
account-language-button = Salvesta
told-password = Teie parool on muudetud
told-factor-on = Kaheastmeline autentimine on seadistatud
told-factor-off = Kaheastmeline autentimine on välja lülitatud
told-codes = On loodud uued taastekoodid
told-new-browser = Sisse logiti brauserist, mida me varem ei ole näinud
told-number = Kool muutis teie numbrit; vana numbriga enam sisse logida ei saa
told-guessed = Keegi sisestas teie õige parooli ja viis valet koodi: muutke oma parool
account-codes-left = { $n ->
    [0] Taastekoode ei ole enam alles.
    [one] Alles on üks taastekood.
   *[other] Alles on { $n } taastekoodi.
}
factor-title = Kaheastmeline autentimine
factor-text = Skannige see autentimisrakendusega ja sisestage kuus numbrit, mida rakendus näitab. Kui te ei saa skannida, sisestage allolevad tähed rakendusse.
factor-picture = QR-kood salavõtmega, mis on kirjas ka selle all
factor-required = Teie roll näeb väga palju, seetõttu on enne jätkamist vaja kaheastmelist autentimist.
factor-button = Lülita sisse
factor-on = Sisse lülitatud
factor-off = Lülita välja
factor-none = Ei ole seadistatud. Teie telefonis olev kood ei lase teisi sisse isegi siis, kui nad teavad teie parooli.
factor-set-up = Seadista
factor-must = Teie roll vajab seda, seega ei saa seda välja lülitada.
factor-exists = Kaheastmeline autentimine on juba seadistatud.
recovery-title = Hoidke need koodid alles
recovery-text = Iga kood laseb teid ühe korra sisse, kui kaotate telefoni. Printige koodid või kirjutage need üles; neid näidatakse ainult praegu.
recovery-kept = Koodid on mul alles
codes-title = Uued taastekoodid
codes-text = Saate kümme uut koodi. Vanad ei tööta enam kohe.
codes-button = Näita uusi koode
letter-title = Kiri
letter-greeting = Lugupeetud { $name }!
letter-text = Selle koodiga saate luua oma konto.
letter-step-1 = Avage see aadress:
letter-step-2 = Sisestage see kood:
letter-step-3 = Valige parool.
letter-step-4 = Edaspidi logite sisse selle parooli ja oma mobiilinumbri või e-posti aadressiga.
letter-until = Kood toimib ühe korra. Viimane kasutuspäev on { $day }.
letter-back = Tagasi
done-signed-out = Olete välja logitud.
done-password = Teie parool on muudetud ja teie teised seadmed on välja logitud.
done-language = Keel on salvestatud.
done-session-ended = Seanss on lõpetatud.
done-sessions-ended = Teie teised seadmed on välja logitud.
done-factor-off = Kaheastmeline autentimine on välja lülitatud.
done-invited = Kutse on teel.
mail-invitation-subject = Teie konto: { $place }
mail-invitation =
    Tere, { $name }!

    { $place } kutsub teid kontot looma. Avage see link ja valige parool:

    { $url }

    Link toimib ühe korra, kahe nädala jooksul. Kui te seda kirja ei oodanud, ei pea te midagi tegema.
mail-new-device-subject = Uus sisselogimine: { $place }
mail-new-device =
    Tere, { $name }!

    Teie kontole ({ $place }) logiti sisse brauserist, mida me varem ei ole näinud. Kui see olite teie, on kõik korras. Kui ei, muutke kohe oma parool:

    { $url }
mail-changed-subject = Teie kontot on muudetud: { $place }
mail-password-changed =
    Tere, { $name }!

    Teie konto ({ $place }) parool on muudetud. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-factor-on =
    Tere, { $name }!

    Teie kontole ({ $place }) on seadistatud kaheastmeline autentimine. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-factor-off =
    Tere, { $name }!

    Teie konto ({ $place }) kaheastmeline autentimine on välja lülitatud. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-codes-renewed =
    Tere, { $name }!

    Teie kontole ({ $place }) on loodud uued taastekoodid; vanad enam ei tööta. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-number-changed =
    Tere, { $name }!

    Teie andmetes ({ $place }) on numbrit muudetud. Vana numbriga enam sisse logida ei saa, uuega saab. Kui te ei ole seda palunud, andke kohe koolile teada.
mail-guessed-subject = Keegi teab teie parooli: { $place }
mail-guessed =
    Tere, { $name }!

    Keegi sisestas teie konto ({ $place }) õige parooli ja seejärel viis valet kaheastmelise autentimise koodi. Sisse ta ei pääsenud. Kui see ei olnud teie, muutke kohe oma parool:

    { $url }
measure-passwords = Paroolis on vähemalt { $n } märki, levinud paroolid lükatakse tagasi ja alles hoitakse ainult aeglasi räsisid (Argon2id).
measure-second-factor = Teist tegurit, millest ei saa loobuda, nõutakse neilt: { $roles }.
measure-guesses = Pärast { $n } vale koodi algab sisselogimine otsast peale.
measure-sessions = Töötajate seansid lõpevad pärast { $staff } jõudeminutit, perede ja õppijate omad pärast { $family } ja kõik pärast { $hours } tundi.
# Another mail address (C011)
email-title = Muuda e-posti aadressi
email-now = Te logite sisse aadressiga
email-waits = Avage link kirjas, mis saadeti aadressile
email-text = Uuele aadressile saadetakse link. Kuni te seda ei ava, kehtib praegune aadress.
email-ask = Saada link
email-confirm-title = Kinnitage oma e-posti aadress
email-confirm-text = See link saadeti teie aadressile. Kinnitage, et soovite sellega sisse logida.
email-confirm-button = Kinnita
done-email-asked = Uuele aadressile saadeti link.
done-email-changed = Uus e-posti aadress kehtib nüüdsest.
told-email = Sisselogimise e-posti aadressi muudeti
mail-email-confirm-subject = Kinnitage oma aadress: { $place }
mail-email-confirm =
    Keegi soovib selle aadressiga sisse logida: { $place }. Kui see olite teie, avage link ja kinnitage:
    
    { $url }
    
    Link kehtib kolm päeva. Kui see ei olnud teie, ärge tehke midagi.
mail-email-changed =
    Tere, { $name }!
    
    Teie konto sisselogimise e-posti aadressi muudeti ({ $place }). Kui see ei olnud teie, teatage kohe koolile.
mail-told-bare = Midagi muutus kontol, mis kasutab seda aadressi ({ $place }). Logige sisse, et näha, mis muutus. Aadress on veel kinnitamata, seepärast rohkem siia ei kirjutata.
