sign-in-title = Aanmelden
sign-in-button = Aanmelden
sign-in-invited = Ik heb een brief met een code
field-login = E-mailadres of mobiel nummer
sign-in-wrong = Deze twee passen niet bij elkaar. Controleer beide en probeer het opnieuw. Wacht na vijf pogingen een kwartier. Gebruikt iemand anders uw nummer ook, meld u dan aan met uw e-mailadres.
sign-in-code-title = Nog één stap
sign-in-code-button = Verder
field-password = Wachtwoord
field-password-hint = Minstens 8 tekens. Een paar woorden achter elkaar is een goede keuze.
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
invitation-text = Hallo { $name }. Kies hoe u zich gaat aanmelden.
invitation-number = U kunt zich aanmelden met het mobiele nummer dat de school van u heeft; het eindigt op { $end }. Een e-mailadres is dan niet nodig.
invitation-button = Mijn account maken
invitation-code-title = Uw brief
invitation-code-text = Vul de code in uit de brief die u van de school hebt gekregen.
invitation-code-button = Verder
invitation-code-wrong = Geen brief heeft deze code, of de code is al gebruikt of te oud. Controleer elk teken, of vraag de school om een nieuwe brief.
no-address-title = Geen e-mailadres
no-address = Er is geen e-mailadres vastgelegd, dus er kan geen e-mail worden verstuurd. Druk een brief met een code af, of voeg eerst een adres toe.
no-address-letter = Brief afdrukken
acknowledge-title = Privacyverklaring
acknowledge-text = Deze versie van de privacyverklaring hebt u nog niet bevestigd. Lees haar, vink het vakje aan en ga verder.
acknowledge-read = Lees de privacyverklaring
acknowledge-button = Verder
account-title = Mijn account
account-logins = U meldt zich aan met:
account-notices = Wat er met uw account is gebeurd
account-notices-read = Ik heb dit gelezen
account-notice-new = Nieuw
account-notices-text = Was u het niet zelf? Wijzig dan uw wachtwoord en vertel het de school.
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
told-new-browser = Een browser die we niet kenden, heeft zich aangemeld
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
factor-required = Uw rol kan veel zien. Daarom is eerst tweestapsverificatie nodig voordat u verdergaat.
factor-button = Aanzetten
factor-on = Aan
factor-off = Uitzetten
factor-none = Niet ingesteld. Een code van uw telefoon houdt anderen buiten, ook als zij uw wachtwoord kennen.
factor-set-up = Instellen
factor-must = Uw rol heeft dit nodig, dus het kan niet uit.
factor-exists = Tweestapsverificatie is al ingesteld.
recovery-title = Bewaar deze codes
recovery-text = Met elke code komt u één keer binnen als u uw telefoon kwijt bent. Druk ze af of schrijf ze op; u ziet ze alleen nu.
recovery-kept = Ik heb ze bewaard
codes-title = Nieuwe herstelcodes
codes-text = U krijgt tien nieuwe codes. De oude werken meteen niet meer.
codes-button = Toon nieuwe codes
letter-title = Brief
letter-greeting = Beste { $name },
letter-text = Met deze code kunt u uw account maken.
letter-step-1 = Open dit adres:
letter-step-2 = Vul deze code in:
letter-step-3 = Kies een wachtwoord.
letter-step-4 = Daarna meldt u zich aan met dit wachtwoord en uw mobiele nummer of e-mailadres.
letter-until = De code werkt één keer, tot { $day }.
letter-back = Terug
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

    Iemand heeft zich aangemeld bij uw account bij { $place }, met een browser die wij niet eerder hebben gezien. Was u het zelf, dan is alles in orde. Zo niet, wijzig dan nu uw wachtwoord:

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

    voor uw account bij { $place } zijn nieuwe herstelcodes gemaakt; de oude werken niet meer. Was u dit niet? Vertel het dan meteen de school.

    { $url }
mail-number-changed =
    Beste { $name },

    het nummer in uw gegevens bij { $place } is gewijzigd. Met het oude nummer kunt u zich niet meer aanmelden, met het nieuwe wel. Hebt u hier niet om gevraagd? Vertel het dan meteen de school.
mail-guessed-subject = Iemand kent uw wachtwoord bij { $place }
mail-guessed =
    Beste { $name },

    iemand vulde het juiste wachtwoord van uw account bij { $place } in, en daarna vijf verkeerde codes van de tweestapsverificatie. Diegene is niet binnengekomen. Was u dit niet? Wijzig dan nu uw wachtwoord:

    { $url }
measure-passwords = Wachtwoorden hebben ten minste { $n } tekens, gangbare worden geweigerd, en alleen trage hashes (Argon2id) worden bewaard.
measure-second-factor = Een tweede factor die niet kan worden uitgezet, is verplicht voor: { $roles }.
measure-guesses = Na { $n } foute codes begint een aanmelding opnieuw.
measure-sessions = Sessies van personeel eindigen na { $staff } minuten zonder gebruik, die van gezinnen en leerlingen na { $family }, en alle na { $hours } uur.
# Another mail address (C011)
email-title = E-mailadres wijzigen
email-now = U logt in met
email-waits = Open de link in de mail aan
email-text = Er gaat een link naar het nieuwe adres. Tot u die opent, blijft het huidige adres gelden.
email-ask = Link sturen
email-confirm-title = Bevestig uw e-mailadres
email-confirm-text = Deze link kwam op uw mailadres. Bevestig dat u ermee wilt inloggen.
email-confirm-button = Bevestigen
done-email-asked = Er is een link gestuurd naar het nieuwe adres.
done-email-changed = Het nieuwe e-mailadres geldt vanaf nu.
told-email = Het e-mailadres waarmee u inlogt is gewijzigd
mail-email-confirm-subject = Bevestig uw adres voor { $place }
mail-email-confirm =
    Iemand wil bij { $place } met dit mailadres inloggen. Was u dat, open dan deze link en bevestig:
    
    { $url }
    
    De link werkt drie dagen. Was u het niet, dan hoeft u niets te doen.
mail-email-changed =
    Beste { $name },
    
    het mailadres waarmee uw account bij { $place } inlogt is gewijzigd. Was u dat niet, vertel het dan meteen aan de school.
mail-told-bare = Er is iets gewijzigd in een account bij { $place } dat dit mailadres gebruikt. Log in om te lezen wat. Het adres is nog niet bevestigd, daarom staat hier niet meer.
