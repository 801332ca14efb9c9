sign-in-title = Sisselogimine
sign-in-button = Logi sisse
sign-in-invited = Mul on kiri koodiga
field-login = E-posti aadress või mobiilinumber
sign-in-wrong = Need kaks ei käi kokku. Kontrollige mõlemat ja proovige uuesti; pärast viit katset oodake veerand tundi. Kui teie numbrit kasutab ka keegi teine, logige sisse e-posti aadressiga.
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
email-taken = Keegi juba logib selle aadressiga sisse. Kasutage muud aadressi või logige sisse.
terms-unticked = Lugege privaatsusteade läbi ja märkige ruut.
invitation-title = Tere tulemast
invitation-text = Tere, { $name }! Valige, kuidas te sisse logite.
invitation-number = Saate sisse logida mobiilinumbriga, mille kool on teie kohta kirja pannud; selle lõpp on { $end }. E-posti aadressi ei ole siis vaja.
invitation-button = Loo minu konto
invitation-code-title = Teie kiri
invitation-code-text = Sisestage kood kirjast, mille kool teile andis.
invitation-code-button = Edasi
invitation-code-wrong = Sellise koodiga kirja ei ole või on kood juba kasutatud või aegunud. Kontrollige iga märki või küsige koolist uus kiri.
no-address-title = E-posti aadressi ei ole
no-address = E-posti aadressi ei ole kirjas, seega e-kirja saata ei saa. Printige selle asemel kiri koodiga või lisage enne aadress.
no-address-letter = Prindi kiri
acknowledge-title = Privaatsusteade
acknowledge-text = Te ei ole seda privaatsusteate versiooni veel kinnitanud. Lugege see läbi, märkige ruut ja jätkake.
acknowledge-read = Loe privaatsusteadet
acknowledge-button = Edasi
account-title = Minu konto
account-logins = Sisselogimiseks kasutate:
account-notices = Mis teie kontoga on juhtunud
account-notices-read = Olen seda lugenud
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
told-new-browser = Sisse logiti brauserist, mida ei ole varem kasutatud
told-number = Kool muutis teie numbrit; vana numbriga enam sisse logida ei saa
told-guessed = Keegi sisestas teie õige parooli ja viis valet koodi: muutke oma parool
account-codes-left = { $n ->
    [0] Taastekoode ei ole enam alles.
    [one] Alles on üks taastekood.
   *[other] Alles on { $n } taastekoodi.
}
factor-title = Kaheastmeline autentimine
factor-text = Skannige see autentimisrakendusega ja sisestage siis kuus numbrit, mida rakendus näitab. Kui te ei saa skannida, sisestage rakendusse allolevad tähed.
factor-picture = QR-kood salavõtmega, mis on kirjas ka selle all
factor-required = Teie roll näeb väga palju, seetõttu on enne jätkamist vaja kaheastmelist autentimist.
factor-button = Lülita sisse
factor-on = Sisse lülitatud
factor-off = Lülita välja
factor-none = Ei ole seadistatud. Teie telefonis olev kood ei lase teisi sisse isegi siis, kui nad teavad teie parooli.
factor-set-up = Seadista
factor-must = Teie roll nõuab seda, seega ei saa seda välja lülitada.
factor-exists = Kaheastmeline autentimine on juba seadistatud.
recovery-title = Hoidke need koodid alles
recovery-text = Iga kood laseb teid ühe korra sisse, kui kaotate telefoni. Printige koodid või kirjutage need üles; neid näidatakse ainult praegu.
recovery-kept = Panin koodid tallele
codes-title = Uued taastekoodid
codes-text = Saate kümme uut koodi. Vanad koodid lakkavad kohe kehtimast.
codes-button = Näita uusi koode
letter-title = Kiri
letter-greeting = Lugupeetud { $name }!
letter-text = Selle koodiga saate luua oma konto.
letter-step-1 = Avage see aadress:
letter-step-2 = Sisestage see kood:
letter-step-3 = Valige parool.
letter-step-4 = Edaspidi logite sisse selle parooli ja oma mobiilinumbri või e-posti aadressiga.
letter-until = Kood kehtib ühe korra. Viimane kasutuspäev on { $day }.
letter-back = Tagasi
letter-subject = Teie konto: { $place }
letter-language = Kirja keel
letter-pdf = Kiri PDF-failina
letter-instead = Nimes või aadressis on märke, mida PDF-i ei saa panna. Printige selle asemel see leht: kood on näha ainult praegu.
letters-title = Kirjad koodiga
letters-count = { $n ->
    [one] Ühel hooldajal ei ole veel kontot.
   *[other] { $n } hooldajal ei ole veel kontot.
 }
letters-text = Saate ühe PDF-faili, milles on igaühe jaoks oma leht. Igas kirjas on uus kood; neile varem saadetud kirjade koodid ja e-kirjade lingid enam ei kehti. Koodid on ainult selles failis.
letters-without-address = { $n ->
    [one] Ühe hooldaja aadressi ei ole kirjas; tema kirja aknas on ainult nimi.
   *[other] { $n } hooldaja aadressi ei ole kirjas; nende kirjade aknas on ainult nimi.
 }
letters-none = Kõigil hooldajatel, kes tohivad selle rühma lapse andmeid näha, on konto juba olemas.
letters-apart = Nende nimes või aadressis on märke, mida PDF-i ei saa panna. Printige nende kirjad ükshaaval:
letters-button = Koosta kirjad
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

    Link kehtib ühe korra, kaks nädalat. Kui te seda kirja ei oodanud, ei pea te midagi tegema.
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
measure-second-factor = Kaheastmeline autentimine, millest ei saa loobuda, on kohustuslik neile: { $roles }.
measure-guesses = Pärast { $n } vale koodi algab sisselogimine otsast peale.
measure-sessions = Töötajate seansid lõpevad pärast { $staff } jõudeminutit, perede ja õppijate seansid pärast { $family } jõudeminutit ning kõik seansid pärast { $hours } tundi.
sign-in-send = Saada mulle parooli asemel kood
send-code-title = Koodiga sisselogimine
send-code-text = Saate kuus numbrit SMS-i või e-kirjaga. Kood kehtib ühe korra, { $n } minutit ja ainult selles brauseris.
send-code-button = Saada mulle kood
send-code-back = Logi sisse parooliga
send-code-unreadable = See ei ole number ega aadress, kuhu siin koode saadetakse. Sisestage see täielikult, näiteks +372 5123 4567 või nimi@example.org.
code-too-many = Koode on küsitud liiga palju. Oodake tund aega või logige sisse muul viisil; tunnis saab kõige rohkem { $n } koodi.
sent-code-title = Sisestage kood
sent-code-text = Kui sisestatuga saab siin sisse logida, on kood teel. See kehtib { $n } minutit ja ainult selles brauseris.
sent-code-button = Edasi
sent-code-again = Saada uus kood
sent-code-wait = { $n ->
    [one] Uue koodi saate küsida ühe sekundi pärast.
   *[other] Uue koodi saate küsida { $n } sekundi pärast.
}
sent-code-too-soon = { $n ->
    [one] Oodake veel üks sekund ja küsige siis uus kood.
   *[other] Oodake veel { $n } sekundit ja küsige siis uus kood.
}
sent-code-other = Kasuta teist numbrit või aadressi
field-one-time = Kood sõnumist
field-one-time-hint = Kuus numbrit.
one-time-unreadable = Koodis on kuus numbrit. Sisestage need nii, nagu need sõnumis on.
one-time-wrong = See kood ei sobi, on juba kasutatud või on aegunud. Vaadake kõige uuemat sõnumit või küsige uus kood. Pärast viit vale katset kood enam ei kehti.
done-code-sent = Uus kood on teel.
prove-text = Kood on teel. Sisestage see siia { $n } minuti jooksul.
field-mobile = Mobiilinumber
field-mobile-hint = Number, millele saab saata SMS-e.
number-title = Mobiilinumber koodide jaoks
number-text = Saadame sellele numbrile koodi. Kui olete selle siia sisestanud, saate numbriga sisse logida; seni ei muutu midagi.
number-button = Saada sellele numbrile kood
number-remove = Ära saada minu numbrile koode
number-taken = Keegi sellest koolist saab sellele numbrile juba koode. Kasutage teist numbrit või pöörduge kooli poole.
codes-sent-title = Koodid parooli asemel
codes-sent-text = Siin määrate, kuhu saab saata sisselogimiskoodi.
codes-sent-none = Veel määramata
codes-sent-set = Seadista
codes-sent-change = Muuda
codes-sent-proven = Kinnitatud
codes-sent-prove = Kinnita see aadress
done-number = Koodid saadetakse nüüd sellele numbrile.
done-number-removed = Teie numbrile enam koode ei saadeta.
done-address = Teie aadress on kinnitatud.
told-code-number = Määrati mobiilinumber sisselogimiskoodide jaoks
told-code-number-off = Sisselogimiskoodide mobiilinumber eemaldati
told-passkey-on = Lisati pääsuvõti
told-passkey-off = Pääsuvõti eemaldati
told-passkey-copied = Keegi proovis teie pääsuvõtme koopiat: eemaldage see ja lisage uus
passkeys-title = Pääsuvõtmed
passkeys-text = Pääsuvõtmega logite sisse sõrmejälje, näo või seadme PIN-koodiga. Keegi ei saa seda kaugelt varastada ja midagi ei ole vaja sisestada.
passkeys-none = Veel ei ole
passkeys-manage = Lisa või eemalda pääsuvõtmeid
passkey-use = Kasuta pääsuvõtit
passkey-failed = Selle pääsuvõtmega sisse ei saanud. Proovige uuesti või logige sisse muul viisil.
passkey-since = lisatud: { $when }
passkey-unused = veel kasutamata
passkey-add = Lisa pääsuvõti
passkey-remove = Eemalda pääsuvõti
passkey-script = Pääsuvõtmed vajavad skripte, kuid need on teie brauseris välja lülitatud. Kõik muud sisselogimisviisid töötavad ka ilma.
passkey-name-missing = Andke pääsuvõtmele nimi, et selle hiljem ära tunneksite.
passkey-too-many = Teil on nii palju pääsuvõtmeid, kui ühel kontol olla saab. Eemaldage mõni, mida te enam ei kasuta.
passkey-not-added = Pääsuvõtit ei lisatud: see võttis liiga kaua aega või on juba lisatud. Proovige uuesti.
passkey-not-made = Teie seade ei loonud pääsuvõtit. Proovige uuesti või kasutage teist seadet.
field-passkey = Pääsuvõti
field-passkey-name = Pääsuvõtme nimi
field-passkey-name-hint = Kuidas te seadet nimetate, näiteks „minu telefon“.
factor-by-passkey = Kaheastmelise autentimise teine aste on teie pääsuvõtmed. Soovi korral saate lisada ka autentimisrakenduse.
factor-passkey = Kasuta selle asemel pääsuvõtit
done-passkey-added = Pääsuvõti on lisatud.
done-passkey-removed = Pääsuvõti on eemaldatud.
mail-code-subject = Teie kood: { $place }
mail-code =
    { $code }

    on teie kood sisselogimiseks: { $place }. See kehtib ühe korra, { $n } minutit ja ainult brauseris, kust seda küsiti. Kui te seda ei küsinud, ei pea te midagi tegema. Ärge öelge koodi kunagi kellelegi.
mail-code-sms = { $code } on teie kood: { $place }. See kehtib { $n } minutit. Ärge öelge seda kunagi kellelegi.
mail-sms-number = { $place }: sisselogimiskoodid saadetakse nüüd teisele numbrile. Kui see ei olnud teie, andke kohe koolile teada.
mail-code-number =
    Tere, { $name }!

    Teie kontole ({ $place }) määrati mobiilinumber sisselogimiskoodide jaoks. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-code-number-off =
    Tere, { $name }!

    Teie kontolt ({ $place }) eemaldati sisselogimiskoodide mobiilinumber. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-passkey-on =
    Tere, { $name }!

    Teie kontole ({ $place }) lisati pääsuvõti. Kui see ei olnud teie, eemaldage see ja andke kohe koolile teada.

    { $url }
mail-passkey-off =
    Tere, { $name }!

    Teie kontolt ({ $place }) eemaldati pääsuvõti. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-passkey-copied-subject = Kellelgi võib olla teie pääsuvõtme koopia: { $place }
mail-passkey-copied =
    Tere, { $name }!

    Teie konto ({ $place }) pääsuvõtit kasutati vana loenduriga, nagu juhtub ainult koopiaga. Sisse sellega ei lastud. Eemaldage see pääsuvõti ja lisage uus:

    { $url }
measure-codes = Ühekordsetes koodides on kuus numbrit; kood kehtib ühe korra, { $n } minutit ja ainult brauseris, kust seda küsiti, ning koode hoitakse ainult võtmega räsina.
sign-in-with = Logi sisse: { $name }
settings-title = Minu seaded
settings-text = Kõik teie siinsed seaded: mis praegu kehtib ja mis ajast.
settings-what = Seadistus
settings-now = Praegu
settings-since = Alates
settings-change = Muuda
settings-everywhere = Logi kõikjalt välja
settings-everywhere-text = Lõpetab kõik selle konto seansid, ka selles seadmes. Kontosid teistes koolides see ei muuda.
settings-everywhere-button = Logi kõikjalt välja
setting-language = Keel
setting-theme = Värvid selles brauseris
setting-email = E-posti aadress sisselogimiseks
setting-mails = Teated konto kohta e-postiga
setting-mails-always = Alati, teie turvalisuse huvides
setting-number = Mobiilinumber sisselogimiseks
setting-code-number = Koodide number
setting-password = Parool
setting-factor = Kaheastmeline autentimine
setting-notice = Kinnitatud privaatsusteade
setting-sessions = Sisselogitud seadmed
setting-sessions-count = { $n ->
    [one] Üks seade
   *[other] { $n } seadet
}
setting-links = Kontod teistes koolides
setting-links-count = { $n ->
    [0] Puudub
    [one] Üks seotud
   *[other] { $n } seotud
}
setting-on = Sees
setting-off = Väljas
done-signed-out-everywhere = Olete kõigist seadmetest välja logitud.
links-title = Minu teised koolid
links-back = Minu konto
links-text = Kui teil on siin konto ka teises koolis, saate need siduda ja kergesti üle minna. Kumbki kool ei näe seost ega saa teisest teada.
links-none = Midagi ei ole seotud.
links-gone = Kool, mida siin enam ei ole
links-go = Mine sinna
links-end = Eemalda seos
links-step-up = Teine kool palub teil seal sisse logida, kui te ei ole seda selles seadmes juba teinud.
links-here = Seo siin
links-here-text = Sisestage kood, mida näitab teine kool, ja tõendage, et see olete teie.
links-there = Kood teise kooli jaoks
links-there-text = Looge siin kood ja sisestage see teises koolis. Kood kehtib ühe korra, kümme minutit.
links-make-code = Loo kood
links-button = Seo
field-link-code = Teise kooli kood
field-link-code-hint = Selles on kooli lühinimi, punkt ja kaksteist märki.
link-code-wrong = Ükski kool ei näita praegu seda koodi. Looge teises koolis uus ja sisestage see tervikuna.
done-linked = Need kaks kontot on seotud.
done-unlinked = Seos on mõlemalt poolt eemaldatud.
told-linked = Seotud teie kontoga teises koolis
told-unlinked = Ei ole enam seotud kontoga teises koolis
told-provider-on = Lisati sisselogimisteenus, millega saate sisse logida
told-provider-off = Sisselogimisteenus eemaldati; sellega enam sisse logida ei saa
mail-linked =
    Tere, { $name }!

    Teie konto ({ $place }) seoti teie kontoga teises koolis. Kui see ei olnud teie, eemaldage seos ja andke kohe koolile teada.

    { $url }
mail-unlinked =
    Tere, { $name }!

    Teie konto ({ $place }) ei ole enam seotud kontoga teises koolis. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
mail-provider-on =
    Tere, { $name }!

    Teie kontole ({ $place }) saab nüüd sisse logida veel ühe sisselogimisteenusega. Kui see ei olnud teie, eemaldage see oma konto lehel ja andke kohe koolile teada.

    { $url }
mail-provider-off =
    Tere, { $name }!

    Teie kontole ({ $place }) ei saa ühe sisselogimisteenusega enam sisse logida. Kui see ei olnud teie, andke kohe koolile teada.

    { $url }
# Another mail address (C011)
email-title = Muuda e-posti aadressi
email-now = Te logite sisse aadressiga
email-waits = Avage link kirjas, mis saadeti aadressile
email-text = Uuele aadressile saadetakse link. Kuni te seda ei ava, kehtib praegune aadress.
email-ask = Saada link
email-confirm-title = Kinnitage oma e-posti aadress
email-confirm-text = See link saadeti teie e-posti aadressile. Kinnitage, et soovite selle aadressiga sisse logida.
email-confirm-button = Kinnita
done-email-asked = Uuele aadressile saadeti link.
done-email-changed = Uus e-posti aadress kehtib nüüdsest.
told-email = Sisselogimise e-posti aadressi muudeti
mail-email-confirm-subject = Kinnitage oma aadress: { $place }
mail-email-confirm =
    Keegi soovib selle e-posti aadressiga sisse logida: { $place }. Kui see olite teie, avage link ja kinnitage:
    
    { $url }
    
    Link kehtib kolm päeva. Kui see ei olnud teie, ärge tehke midagi.
mail-email-changed =
    Tere, { $name }!
    
    E-posti aadressi, millega te oma kontole ({ $place }) sisse logite, on muudetud. Kui see ei olnud teie, andke kohe koolile teada.
mail-told-bare = Midagi on muutunud kontol ({ $place }), mis kasutab seda e-posti aadressi. Logige sisse, et lugeda, mis muutus. Aadress on veel kinnitamata, seepärast rohkem siia ei kirjutata.
# One of two accounts of the same person
told-ended = See konto lõpetati; teine teie konto jääb alles
mail-ended-subject = Teie teine konto asutuses { $place } lõpetati
mail-ended =
    Tere, { $name }!

    Teil oli asutuses { $place } kaks kontot. Kool ühendas teie kaks kirjet ja see konto lõpetati; keegi pole sellega enam sisse logitud. Teie teine konto jääb nii, nagu see on. Kui teil oli ainult see konto, teatage sellest kohe koolile.

    { $url }
