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
