sign-in-title = Aanmelden
sign-in-button = Aanmelden
sign-in-invited = Ik heb een brief met een code
field-login = E-mailadres of mobiel nummer
sign-in-wrong = Deze twee passen niet bij elkaar. Controleer beide en probeer het opnieuw. Wacht na vijf pogingen een kwartier. Gebruikt nog iemand uw nummer, meld u dan aan met uw e-mailadres.
sign-in-code-title = Nog één stap
sign-in-code-button = Verder
field-password = Wachtwoord
field-password-hint = Minstens 8 tekens. Een paar woorden achter elkaar vormen een goed wachtwoord.
field-old-password = Uw huidige wachtwoord
field-proof = Uw wachtwoord, of een code uit uw app
field-proof-hint = Het wachtwoord waarmee u zich aanmeldt, of de zes cijfers die uw authenticator-app toont.
field-code = Code
field-code-hint = Zes cijfers uit uw authenticator-app, of een van uw herstelcodes.
field-language = Taal
field-terms = Ik heb de privacyverklaring gelezen
code-wrong = Deze code klopt niet. Wacht op de volgende in uw app en vul die in.
password-short = Gebruik minstens { $n } tekens.
password-long = Gebruik hoogstens { $n } tekens.
password-common = Te veel mensen gebruiken dit wachtwoord. Kies een ander, bijvoorbeeld een paar woorden achter elkaar.
password-wrong = Dit is niet uw wachtwoord. Vul het wachtwoord in waarmee u zich aanmeldt.
proof-wrong = Dit is niet uw wachtwoord en ook geen code die nu klopt. Na vijf pogingen wordt dit apparaat afgemeld.
email-taken = Iemand meldt zich al aan met dit adres. Gebruik een ander adres, of meld u aan.
terms-unticked = Lees de privacyverklaring en vink het vakje aan.
invitation-title = Welkom
invitation-text = Beste { $name }, kies hoe u zich gaat aanmelden.
invitation-number = U kunt zich aanmelden met het mobiele nummer dat de school van u heeft; het eindigt op { $end }. Een e-mailadres is dan niet nodig.
invitation-button = Mijn account maken
invitation-code-title = Uw brief
invitation-code-text = Vul de code in uit de brief die u van de school hebt gekregen.
invitation-code-button = Verder
invitation-code-wrong = Deze code hoort bij geen enkele brief, is al gebruikt of is te oud. Controleer elk teken, of vraag de school om een nieuwe brief.
no-address-title = Geen e-mailadres
no-address = Er is geen e-mailadres vastgelegd, dus er kan geen e-mail worden verstuurd. Druk een brief met een code af, of voeg eerst een adres toe.
no-address-letter = Brief afdrukken
acknowledge-title = Privacyverklaring
acknowledge-text = Deze versie van de privacyverklaring hebt u nog niet bevestigd. Lees de verklaring, vink het vakje aan en ga verder.
acknowledge-read = Privacyverklaring lezen
acknowledge-button = Verder
account-title = Mijn account
account-logins = U meldt zich aan met:
account-notices = Wat er met uw account is gebeurd
account-notices-read = Ik heb dit gelezen
account-notice-new = Nieuw
account-notices-text = Was u het niet zelf? Wijzig dan uw wachtwoord en meld het bij de school.
account-sessions = Waar u bent aangemeld
account-this = Dit apparaat
account-since = sinds { $when }
account-last = laatst gebruikt { $when }
account-end = Beëindigen
account-end-others = Alle andere beëindigen
account-device-unknown = Onbekend apparaat
account-password = Wachtwoord wijzigen
account-password-button = Wachtwoord wijzigen
account-language-button = Opslaan
told-password = Uw wachtwoord is gewijzigd
told-factor-on = Tweestapsverificatie is ingesteld
told-factor-off = Tweestapsverificatie is uitgezet
told-codes = Er zijn nieuwe herstelcodes gemaakt
told-new-browser = Er is aangemeld in een browser die wij niet eerder hebben gezien
told-number = De school heeft uw nummer gewijzigd; met het oude kunt u zich niet meer aanmelden
told-guessed = Iemand kende uw wachtwoord en vulde vijf verkeerde codes in: wijzig uw wachtwoord
account-codes-left = { $n ->
    [0] Geen herstelcodes meer over.
    [one] Nog één herstelcode over.
   *[other] Nog { $n } herstelcodes over.
}
factor-title = Tweestapsverificatie
factor-text = Scan dit met een authenticator-app en vul dan de zes cijfers in die de app toont. Kunt u niet scannen, typ dan de letters hieronder in de app.
factor-picture = QR-code met het geheim dat er ook onder staat
factor-required = Met uw rol kunt u veel zien. Stel daarom eerst tweestapsverificatie in voordat u verdergaat.
factor-button = Aanzetten
factor-on = Aan
factor-off = Uitzetten
factor-none = Niet ingesteld. Een code van uw telefoon houdt anderen buiten, ook als zij uw wachtwoord kennen.
factor-set-up = Instellen
factor-must = Voor uw rol is dit verplicht, dus u kunt het niet uitzetten.
factor-exists = Tweestapsverificatie is al ingesteld.
recovery-title = Bewaar deze codes
recovery-text = Met elke code komt u één keer binnen als u uw telefoon kwijt bent. Druk ze af of schrijf ze op; u ziet ze alleen nu.
recovery-kept = Ik heb ze bewaard
codes-title = Nieuwe herstelcodes
codes-text = U krijgt tien nieuwe codes. De oude werken dan meteen niet meer.
codes-button = Nieuwe codes tonen
letter-title = Brief
letter-greeting = Beste { $name },
letter-text = Met deze code kunt u uw account maken.
letter-step-1 = Open dit adres:
letter-step-2 = Vul deze code in:
letter-step-3 = Kies een wachtwoord.
letter-step-4 = Daarna meldt u zich aan met dit wachtwoord en uw mobiele nummer of e-mailadres.
letter-until = De code werkt één keer, tot { $day }.
letter-back = Terug
letter-subject = Uw account bij { $place }
letter-language = Taal van de brief
letter-pdf = Brief als pdf
letter-instead = De naam of het adres bevat tekens die niet in de pdf kunnen worden gezet. Druk in plaats daarvan deze pagina af: de code staat er alleen nu op.
letters-title = Brieven met een code
letters-count = { $n ->
    [one] Eén ouder of verzorger heeft nog geen account.
   *[other] { $n } ouders of verzorgers hebben nog geen account.
 }
letters-text = U krijgt één pdf met voor ieder van hen een bladzijde. Elke brief krijgt een nieuwe code; codes uit eerdere brieven en links uit eerdere mails aan hen werken dan niet meer. De codes staan alleen in dit bestand.
letters-without-address = { $n ->
    [one] Van één van hen is geen adres vastgelegd; in het venster van die brief staat alleen de naam.
   *[other] Van { $n } van hen is geen adres vastgelegd; in het venster van die brieven staat alleen de naam.
 }
letters-none = Iedere ouder of verzorger die een kind uit deze groep mag zien, heeft al een account.
letters-apart = Hun naam of adres bevat tekens die niet in de pdf kunnen worden gezet. Druk hun brieven één voor één af:
letters-button = Brieven maken
done-signed-out = U bent afgemeld.
done-password = Uw wachtwoord is gewijzigd en uw andere apparaten zijn afgemeld.
done-language = De taal is opgeslagen.
done-session-ended = De sessie is beëindigd.
done-sessions-ended = Uw andere apparaten zijn afgemeld.
done-factor-off = Tweestapsverificatie staat uit.
done-invited = De uitnodiging is onderweg.
mail-invitation-subject = Uw account bij { $place }
mail-invitation =
    Beste { $name },

    { $place } nodigt u uit om uw account te maken. Open deze link en kies een wachtwoord:

    { $url }

    De link werkt één keer, twee weken lang. Verwachtte u deze e-mail niet? Dan hoeft u niets te doen.
mail-new-device-subject = Nieuwe aanmelding bij { $place }
mail-new-device =
    Beste { $name },

    Iemand heeft zich met uw account bij { $place } aangemeld, in een browser die wij niet eerder hebben gezien. Was u het zelf, dan is alles in orde. Zo niet, wijzig dan nu uw wachtwoord:

    { $url }
mail-changed-subject = Uw account bij { $place } is gewijzigd
mail-password-changed =
    Beste { $name },

    Het wachtwoord van uw account bij { $place } is gewijzigd. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-factor-on =
    Beste { $name },

    Voor uw account bij { $place } is tweestapsverificatie ingesteld. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-factor-off =
    Beste { $name },

    De tweestapsverificatie van uw account bij { $place } is uitgezet. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-codes-renewed =
    Beste { $name },

    Voor uw account bij { $place } zijn nieuwe herstelcodes gemaakt; de oude werken niet meer. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-number-changed =
    Beste { $name },

    Het nummer in uw gegevens bij { $place } is gewijzigd. Met het oude nummer kunt u zich niet meer aanmelden, met het nieuwe wel. Hebt u hier niet om gevraagd, meld het dan meteen bij de school.
mail-guessed-subject = Iemand kent uw wachtwoord bij { $place }
mail-guessed =
    Beste { $name },

    Iemand vulde het juiste wachtwoord van uw account bij { $place } in, en daarna vijf verkeerde codes van de tweestapsverificatie. Diegene is niet binnengekomen. Was u het niet zelf, wijzig dan nu uw wachtwoord:

    { $url }
measure-passwords = Wachtwoorden hebben minstens { $n } tekens, gangbare worden geweigerd, en alleen trage hashes (Argon2id) worden bewaard.
measure-second-factor = Tweestapsverificatie is verplicht en niet uit te zetten voor: { $roles }.
measure-guesses = Na { $n } verkeerde codes begint een aanmelding opnieuw.
measure-sessions = Sessies van medewerkers eindigen na { $staff } minuten zonder gebruik, die van gezinnen en leerlingen na { $family } minuten, en alle na { $hours } uur.
sign-in-send = Stuur mij een code in plaats van een wachtwoord
send-code-title = Aanmelden met een code
send-code-text = U krijgt zes cijfers per sms of e-mail. Ze werken één keer, { $n } minuten lang, in deze browser.
send-code-button = Stuur mij een code
send-code-back = Aanmelden met een wachtwoord
send-code-unreadable = Dit is geen nummer of adres waar hier codes naartoe gaan. Vul het volledig in, zoals +31 6 12345678 of naam@example.org.
code-too-many = Er zijn te veel codes aangevraagd: hoogstens { $n } per uur. Wacht een uur of meld u op een andere manier aan.
sent-code-title = Vul de code in
sent-code-text = Kunt u zich hier aanmelden met wat u hebt ingevuld, dan is er een code onderweg. Die werkt { $n } minuten, alleen in deze browser.
sent-code-button = Verder
sent-code-again = Nieuwe code sturen
sent-code-wait = { $n ->
    [one] Over één seconde kunt u een nieuwe code vragen.
   *[other] Over { $n } seconden kunt u een nieuwe code vragen.
}
sent-code-too-soon = { $n ->
    [one] Wacht nog één seconde en vraag dan een nieuwe code.
   *[other] Wacht nog { $n } seconden en vraag dan een nieuwe code.
}
sent-code-other = Een ander nummer of adres gebruiken
field-one-time = Code uit het bericht
field-one-time-hint = Zes cijfers.
one-time-unreadable = De code heeft zes cijfers. Vul ze in zoals ze in het bericht staan.
one-time-wrong = Deze code klopt niet, is al gebruikt of is verlopen. Kijk in het nieuwste bericht of vraag een nieuwe code. Na vijf verkeerde pogingen vervalt een code.
done-code-sent = Er is een nieuwe code onderweg.
prove-text = Er is een code onderweg. Vul die hier binnen { $n } minuten in.
field-mobile = Mobiel nummer
field-mobile-hint = Een nummer waarop sms-berichten aankomen.
number-title = Mobiel nummer voor codes
number-text = Wij sturen een code naar dit nummer. Zodra u die hier hebt ingevuld, kunt u zich met het nummer aanmelden; tot dan verandert er niets.
number-button = Code naar dit nummer sturen
number-remove = Geen codes meer naar mijn nummer sturen
number-taken = Iemand anders bij deze school krijgt al codes op dit nummer. Gebruik een ander nummer of vraag het aan de school.
codes-sent-title = Codes in plaats van een wachtwoord
codes-sent-text = Waar u een code naartoe kunt laten sturen om u mee aan te melden.
codes-sent-none = Nog geen
codes-sent-set = Instellen
codes-sent-change = Wijzigen
codes-sent-proven = Bevestigd
codes-sent-prove = Dit adres bevestigen
done-number = Codes gaan nu naar dit nummer.
done-number-removed = Er gaan geen codes meer naar uw nummer.
done-address = Uw adres is bevestigd.
told-code-number = Er is een mobiel nummer voor aanmeldcodes ingesteld
told-code-number-off = Het mobiele nummer voor aanmeldcodes is verwijderd
told-passkey-on = Er is een passkey toegevoegd
told-passkey-off = Er is een passkey verwijderd
told-passkey-copied = Iemand probeerde een kopie van uw passkey: verwijder hem en voeg een nieuwe toe
passkeys-title = Passkeys
passkeys-text = Met een passkey meldt u zich aan met uw vinger, uw gezicht of de pincode van uw apparaat. Niemand kan hem van afstand stelen en u hoeft niets te typen.
passkeys-none = Nog geen
passkeys-manage = Passkeys toevoegen of verwijderen
passkey-use = Passkey gebruiken
passkey-failed = Met deze passkey kwam u niet binnen. Probeer het opnieuw of meld u op een andere manier aan.
passkey-since = sinds { $when }
passkey-unused = nog niet gebruikt
passkey-add = Passkey toevoegen
passkey-remove = Passkey verwijderen
passkey-script = Voor passkeys zijn scripts nodig en die staan in uw browser uit. Alle andere manieren om u aan te melden werken zonder scripts.
passkey-name-missing = Geef de passkey een naam, zodat u hem later herkent.
passkey-too-many = U hebt het hoogste aantal passkeys voor één account bereikt. Verwijder er een die u niet meer gebruikt.
passkey-not-added = De passkey is niet toegevoegd: het duurde te lang of hij is er al. Probeer het opnieuw.
passkey-not-made = Uw apparaat heeft geen passkey gemaakt. Probeer het opnieuw of gebruik een ander apparaat.
field-passkey = Passkey
field-passkey-name = Naam van de passkey
field-passkey-name-hint = Hoe u het apparaat noemt waar de passkey op staat, zoals “mijn telefoon”.
factor-by-passkey = Uw passkeys gelden als tweestapsverificatie. Een authenticator-app kan er nog bij.
factor-passkey = In plaats daarvan een passkey gebruiken
done-passkey-added = De passkey is toegevoegd.
done-passkey-removed = De passkey is verwijderd.
mail-code-subject = Uw code voor { $place }
mail-code =
    { $code }

    is uw code voor { $place }. De code werkt één keer, { $n } minuten lang, in de browser waarin erom is gevraagd. Hebt u er niet om gevraagd, dan hoeft u niets te doen. Geef de code aan niemand door.
mail-code-sms = { $code } is uw code voor { $place }. De code werkt { $n } minuten. Geef hem aan niemand door.
mail-sms-number = Aanmeldcodes voor { $place } gaan voortaan naar een ander nummer. Was u het niet zelf, meld het dan meteen bij de school.
mail-code-number =
    Beste { $name },

    Voor uw account bij { $place } is een mobiel nummer voor aanmeldcodes ingesteld. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-code-number-off =
    Beste { $name },

    Het mobiele nummer voor aanmeldcodes is uit uw account bij { $place } verwijderd. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-passkey-on =
    Beste { $name },

    Aan uw account bij { $place } is een passkey toegevoegd. Was u het niet zelf, verwijder de passkey dan en meld het meteen bij de school.

    { $url }
mail-passkey-off =
    Beste { $name },

    Uit uw account bij { $place } is een passkey verwijderd. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-passkey-copied-subject = Misschien heeft iemand een kopie van uw passkey voor { $place }
mail-passkey-copied =
    Beste { $name },

    Een passkey van uw account bij { $place } is gebruikt met een oude tellerstand, zoals alleen een kopie die heeft. De aanmelding is geweigerd. Verwijder deze passkey en voeg een nieuwe toe:

    { $url }
measure-codes = Eenmalige codes hebben zes cijfers, werken één keer, { $n } minuten lang en alleen in de browser waarin erom is gevraagd, en worden alleen als hash met sleutel bewaard.
sign-in-with = Aanmelden met { $name }
settings-title = Mijn instellingen
settings-text = Alles wat hier voor u is ingesteld, wat het nu is en sinds wanneer.
settings-what = Instelling
settings-now = Nu
settings-since = Sinds
settings-change = Wijzigen
settings-everywhere = Overal afmelden
settings-everywhere-text = Beëindigt elke sessie van dit account, ook op dit apparaat. Accounts bij andere scholen blijven zoals ze zijn.
settings-everywhere-button = Overal afmelden
setting-language = Taal
setting-theme = Kleuren in deze browser
setting-email = E-mailadres waarmee u zich aanmeldt
setting-mails = Berichten over uw account per e-mail
setting-mails-always = Altijd, voor uw veiligheid
setting-number = Nummer waarmee u zich aanmeldt
setting-code-number = Nummer voor codes
setting-password = Wachtwoord
setting-factor = Tweestapsverificatie
setting-notice = Privacyverklaring die u hebt bevestigd
setting-sessions = Aangemelde apparaten
setting-sessions-count = { $n ->
    [one] Eén apparaat
   *[other] { $n } apparaten
}
setting-links = Accounts bij andere scholen
setting-links-count = { $n ->
    [0] Geen
    [one] Eén gekoppeld
   *[other] { $n } gekoppeld
}
setting-on = Aan
setting-off = Uit
done-signed-out-everywhere = U bent op elk apparaat afgemeld.
links-title = Mijn andere scholen
links-back = Mijn account
links-text = Hebt u hier ook een account bij een andere school, dan kunt u de twee koppelen en snel overstappen. Geen van beide scholen ziet de koppeling of weet van de andere.
links-none = Er is niets gekoppeld.
links-gone = Een school die hier niet meer is
links-go = Overstappen
links-end = Ontkoppelen
links-step-up = De andere school vraagt u zich daar aan te melden, tenzij u daar op dit apparaat al bent aangemeld.
links-here = Hier koppelen
links-here-text = Vul de code in die de andere school u toont en bewijs dat u het bent.
links-there = Een code voor de andere school
links-there-text = Maak hier een code en vul die bij de andere school in. De code werkt één keer, tien minuten lang.
links-make-code = Code maken
links-button = Koppelen
field-link-code = Code van de andere school
field-link-code-hint = De code bestaat uit de korte naam van de school, een punt en twaalf tekens.
link-code-wrong = Geen enkele school toont deze code nu. Maak bij de andere school een nieuwe en vul die helemaal in.
done-linked = De twee accounts zijn gekoppeld.
done-unlinked = De koppeling is aan beide kanten opgeheven.
told-linked = Gekoppeld met uw account bij een andere school
told-unlinked = Niet meer gekoppeld met een account bij een andere school
told-provider-on = U kunt zich met nog een aanmelddienst aanmelden
told-provider-off = U kunt zich met een van de aanmelddiensten niet meer aanmelden
mail-linked =
    Beste { $name },

    Uw account bij { $place } is gekoppeld met een account van u bij een andere school. Was u het niet zelf, ontkoppel het dan en meld het meteen bij de school.

    { $url }
mail-unlinked =
    Beste { $name },

    Uw account bij { $place } is niet meer gekoppeld met een account bij een andere school. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
mail-provider-on =
    Beste { $name },

    U kunt zich nu met nog een aanmelddienst aanmelden bij { $place }. Was u het niet zelf, verwijder de dienst dan op uw accountpagina en meld het meteen bij de school.

    { $url }
mail-provider-off =
    Beste { $name },

    U kunt zich met een van de aanmelddiensten niet meer aanmelden bij { $place }. Was u het niet zelf, meld het dan meteen bij de school.

    { $url }
# Een ander e-mailadres (C011)
email-title = E-mailadres wijzigen
email-now = U meldt zich aan met
email-waits = Open de link in de e-mail aan
email-text = Er gaat een link naar het nieuwe adres. Tot u die opent, blijft het huidige adres gelden.
email-ask = Link sturen
email-confirm-title = Bevestig uw e-mailadres
email-confirm-text = Deze link kwam op uw e-mailadres. Bevestig dat u zich ermee wilt aanmelden.
email-confirm-button = Bevestigen
done-email-asked = Er is een link gestuurd naar het nieuwe adres.
done-email-changed = Het nieuwe e-mailadres geldt vanaf nu.
told-email = Het e-mailadres waarmee u zich aanmeldt, is gewijzigd
mail-email-confirm-subject = Bevestig uw adres voor { $place }
mail-email-confirm =
    Iemand wil zich bij { $place } met dit e-mailadres aanmelden. Was u het zelf, open dan deze link en bevestig het adres:

    { $url }

    De link werkt drie dagen. Was u het niet zelf, dan hoeft u niets te doen.
mail-email-changed =
    Beste { $name },

    Het e-mailadres waarmee u zich aanmeldt bij { $place }, is gewijzigd. Was u het niet zelf, meld het dan meteen bij de school.
mail-told-bare = Er is iets gewijzigd in een account bij { $place } dat dit e-mailadres gebruikt. Meld u aan om te lezen wat. Het adres is nog niet bevestigd, daarom staat hier niet meer.
# One of two accounts of the same person
told-ended = Dit account is beëindigd; uw andere blijft
mail-ended-subject = Uw tweede account bij { $place } is beëindigd
mail-ended =
    Beste { $name },

    u had twee accounts bij { $place }. De school heeft van de twee dossiers één gemaakt, en dit account is beëindigd; niemand is er nog mee aangemeld. Uw andere account blijft zoals het is. Had u alleen dit account, laat het de school dan meteen weten.

    { $url }
