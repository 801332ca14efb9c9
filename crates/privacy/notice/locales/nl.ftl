nav-trail = Controlespoor
notice-title = Privacyverklaring
notice-controller = { $name } is de verwerkingsverantwoordelijke voor de persoonsgegevens die hier staan.
notice-made = Deze pagina is gemaakt uit dezelfde gegevensbeschrijvingen waaraan de draaiende software zich houdt. Wat hier niet staat, kan zij niet opslaan.
notice-version = Versie { $version }.
notice-installation = Dit gaat over de hostingbeheerders van deze installatie. Elke school hier heeft een eigen verklaring, met een link onderaan haar pagina’s.
notice-installation-period = zolang deze installatie hier is
notice-contact = Vragen en verzoeken:
notice-what = Wat
notice-why = Doel
notice-whose = Van wie
notice-basis = Grondslag
notice-period = Bewaartermijn
notice-columns = Kolommen
notice-your-rights = Uw rechten
notice-rights = { $n ->
    [one] U mag uw gegevens inzien, laten rectificeren en meenemen. U mag ze ook laten wissen als geen wet het bewaren voorschrijft. U krijgt binnen één dag antwoord.
   *[other] U mag uw gegevens inzien, laten rectificeren en meenemen. U mag ze ook laten wissen als geen wet het bewaren voorschrijft. U krijgt binnen { $n } dagen antwoord.
}
notice-change = Belangrijke wijzigingen van deze verklaring worden aangekondigd, { $period } voordat ze gelden.
notice-authority = U kunt een klacht indienen bij de toezichthoudende autoriteit: { $authority }.
notice-trail = Wie gegevens leest of wijzigt, wordt genoteerd in een controlespoor. Elke latere wijziging van dat spoor is zichtbaar. Dat iemand alleen leest, wordt binnen een seconde genoteerd; bij een storing kan die seconde verloren gaan.
records-title = Verwerkingsregister
retention-title = Hoelang gegevens worden bewaard
retention-text = Geteld vanaf de dag dat iets niet meer nodig is: het vertrek van school, het einde van een account, het einde van een sessie.
retention-class = Wat
retention-school = zolang de school hier is
kept-class-student-record = { $student ->
    [child] Gegevens van kinderen
    [pupil] Gegevens van leerlingen
    [learner] Gegevens van cursisten
   *[student] Gegevens van studenten
}
kept-class-guardian-record = Gegevens van ouders en verzorgers
kept-class-staff-record = Gegevens van medewerkers
kept-class-account = Accounts
kept-class-session = Sessies
kept-class-security-log = Beveiligingslogboek
kept-class-audit = Controlespoor
kept-class-import-file = Geüploade bestanden
kept-class-outbox = Verzonden berichten
kept-class-school = Gegevens van de school zelf
trail-title = Controlespoor
trail-chain = Wie wat deed
trail-security = Aanmeldingen en weigeringen
trail-when = Wanneer
trail-who = Wie
trail-act = Handeling
trail-object = Gegevens
trail-outcome = Uitkomst
trail-network = Netwerk
notice-officer = Functionaris gegevensbescherming
notice-representative = Vertegenwoordiger in de Unie
records-text = Gemaakt uit de gegevensbeschrijvingen, de rollentabel en de regels waaraan de draaiende software zich houdt (art. 30 AVG). Wat de school en de hostingbeheerder over zichzelf zeggen, staat er zoals zij het hebben opgeschreven.
record-controller = Verwerkingsverantwoordelijke: de school
record-processor = Verwerker: de hostingbeheerder
record-name = Naam
record-address = Adres
record-reach = Contact
record-joint = Gezamenlijke verwerkingsverantwoordelijken
record-behalf = Namens
record-does = Verwerkt voor
record-activities = Verwerkingsactiviteiten
record-recipients = Ontvangers
record-host-keeps = De hostingbeheerder bewaart dit alles namens de school. Ontvangers in de school zien alleen de gegevens die de rollentabel voor hen opent.
record-transfers-title = Doorgifte aan derde landen
record-transfers = Door de opzet gaat er niets naar een derde land of een internationale organisatie: gegevens blijven op de machine van de hostingbeheerder, en alleen berichten verlaten die, via de mailserver die de hostingbeheerder heeft ingesteld. Voor de plaats van die server is de hostingbeheerder verantwoordelijk.
record-territory = Volgens de regels van deze editie blijven de gegevens in: { $territory }.
record-limits = Bewaartermijn per soort gegevens
record-security = Technische en organisatorische beveiligingsmaatregelen
record-nobody = Er is niemand opgegeven.
record-host-unnamed = De hostingbeheerder van deze installatie heeft nog niet opgegeven wie dat is.
trail-head = Bewijs om te bewaren
trail-head-text = Een ondertekende kop is een paar regels die voor het hele controlespoor tot nu toe staan. Elders bewaard bewijst hij later dat er niets vóór is gewijzigd, verwijderd, verplaatst of ingevoegd, wie deze installatie ook beheert.
trail-head-key = Ondertekend met deze sleutel:
trail-head-download = De kop van nu downloaden
trail-head-mail = Stuur mij de kop elke dag
trail-head-no-mail = De dagelijkse mail stoppen
trail-check-title = Vergelijken met een kop die ik bewaar
trail-check-text = Plak de kop of de hele e-mail waarin hij stond, of kies het bestand. Het controlespoor wordt vanaf het begin gelezen; dat kan enkele seconden duren.
trail-check-button = Het controlespoor controleren
trail-check-good = Bewezen
trail-check-bad = Niet bewezen
trail-check-whole = { $n ->
    [one] De eerste regel is zoals hij was toen deze kop werd ondertekend.
   *[other] Alle { $n } regels tot aan deze kop zijn zoals ze waren toen hij werd ondertekend: geen is gewijzigd, verwijderd, verplaatst of ingevoegd.
}
trail-check-entry = Het controlespoor is verbroken: regel { $n } volgt niet op de vorige. Bewaar deze kop en vraag de beheerder van de installatie om een eerdere back-up.
trail-check-cut = Deze kop staat niet in het controlespoor: er zijn regels afgekapt of vervangen. Bewaar deze kop en vraag de beheerder van de installatie om een eerdere back-up.
trail-check-front = Het begin van het controlespoor is afgekapt zonder het merkteken dat de bewaartermijn achterlaat. Bewaar deze kop en vraag de beheerder van de installatie om een eerdere back-up.
trail-check-older = Deze kop is ouder dan het controlespoor, waarvan de oudste regels op { $day } na hun bewaartermijn zijn verwijderd. Een nieuwere kop kan worden gecontroleerd.
trail-check-long = Het controlespoor is te lang om te lezen terwijl een browser wacht. De beheerder van de installatie controleert het met: homeroom audit verify
trail-head-unreadable = In deze tekst staat geen hele kop. Hij begint met de regel “homeroom audit head 1” en eindigt met twee regels “signature”.
trail-head-other-school = Deze kop is van een andere school.
trail-head-changed = De handtekening past niet bij deze kop: hij is gewijzigd of nooit afgegeven.
trail-head-other-key = Deze kop is ondertekend, maar niet met de sleutel van deze installatie.
field-head = De kop
field-head-hint = Van de regel “homeroom audit head 1” tot en met de laatste regel “signature”
field-head-file = Of het bestand ervan
done-head-mail = De kop van het controlespoor wordt u elke dag gemaild.
done-head-no-mail = De dagelijkse mail is gestopt.
mail-head-subject = Kop van het controlespoor, { $day }
mail-head = Deze regels staan voor het hele controlespoor van uw school zoals het vandaag was. Bewaar deze e-mail: ermee kunt u later op de pagina van het controlespoor laten zien dat er niets vóór is gewijzigd of verwijderd.
