nav-support = Ondersteuning
support-title = Ondersteuning door de hostingbeheerder
support-text = Wie deze installatie host, kan de inhoud van uw school niet zien. Hier laat u de hostingbeheerder een paar uur meekijken; u beëindigt dat wanneer u wilt.
support-none = Niemand is toegelaten en niemand heeft erom gevraagd.
support-any-operator = Elke hostingbeheerder van de installatie
support-grant-title = Toegang voor ondersteuning
support-scope = De hostingbeheerder mag zien wat de administratie ziet: mensen, groepen, huishoudens, de instelling en oudergesprekken. Wijzigen kan niet; exports, scans en noodlijsten blijven gesloten. Alles wat de hostingbeheerder opent, staat in uw controlespoor.
support-grant-button = Laten meekijken
support-looked = Wat er is bekeken
support-looked-none = Nog niets.
support-allow = Toestaan
support-end = Beëindigen
support-when = Wanneer
support-who = Wie
support-what = Handeling
support-record = Gegevens
support-state-asked = Gevraagd
support-state-runs = Loopt nu
support-state-over = Voorbij
support-state-refused = Geweigerd
support-for-hours = { $n ->
    [one] Voor één uur
   *[other] Voor { $n } uur
}
support-from-until = Van { $from } tot { $until }
support-until = Tot { $until }
support-not-used = Niet gebruikt
support-used-since = Voor het eerst gebruikt { $when }
support-reason-missing = Zeg in een paar woorden waarom, hoogstens { $limit } tekens.
support-hours-wrong = Vul een heel aantal uren in van 1 tot en met { $limit }.
support-operator-unknown = Kies een van de hostingbeheerders uit de lijst.
support-answered = Dit verzoek is al beantwoord.
field-operator = Wie mag meekijken
field-reason = Reden
field-reason-hint = Waar het om gaat, zonder namen van kinderen.
field-hours = Uren
field-hours-hint = Van 1 tot en met 72.
support-operator-title = Ondersteuning voor een school
support-operator-text = U ziet niets van de inhoud van een school totdat een beheerder van die school het toestaat. De school kan het op elk moment beëindigen en leest wat u hebt bekeken.
support-enter-title = Naar binnen
support-enter-text = Vul een nieuwe code in. Daarmee kunt u een uur lang in de school meekijken, of tot de toegang eindigt.
support-enter-button = Naar binnen
support-leave = School verlaten
support-ask-title = Toegang vragen aan de school
support-ask-button = Vragen
done-support-granted = De hostingbeheerder mag nu meekijken; de beheerders van de school zijn op de hoogte gebracht.
done-support-ended = De toegang is beëindigd. Daarmee ziet geen hostingbeheerder hier nog iets.
done-support-asked = De beheerders van de school hebben uw verzoek.
done-support-left = U hebt de school verlaten.
mail-support-asked-subject = De hostingbeheerder vraagt om toegang voor ondersteuning
mail-support-asked =
    Beste { $name },

    Een hostingbeheerder van de installatie vraagt om { $hours } uur mee te kijken in de inhoud van uw school. Meld u aan en open Ondersteuning om te lezen waarom, en om het toe te staan of te weigeren.
mail-support-granted-subject = Toegang voor ondersteuning is verleend
mail-support-granted =
    Beste { $name },

    Een beheerder van uw school laat de hostingbeheerder tot { $until } in de inhoud meekijken. Open Ondersteuning om te zien wat er wordt bekeken, of om het te beëindigen.
mail-support-used-subject = De toegang voor ondersteuning wordt gebruikt
mail-support-used =
    Beste { $name },

    Een hostingbeheerder van de installatie is naar binnen gegaan met de toegang voor ondersteuning die tot { $until } loopt. Open Ondersteuning om te zien wat er wordt bekeken, of om het te beëindigen.
mail-support-ended-subject = De toegang voor ondersteuning is beëindigd
mail-support-ended =
    Beste { $name },

    De toegang voor ondersteuning tot uw school is beëindigd. Open Ondersteuning om te lezen wat ermee is bekeken.
