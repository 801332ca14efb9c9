nav-support = Ondersteuning
support-title = Ondersteuning door de host
support-text = Wie deze installatie host, kan de inhoud van uw school niet zien. Hier laat u hen enkele uren meekijken; u stopt dat wanneer u wilt.
support-none = Niemand is toegelaten en niemand heeft erom gevraagd.
support-any-operator = Elke beheerder van de installatie
support-grant-title = Steuntoegang
support-scope = Zij mogen zien wat de administratie ziet: mensen, groepen, huishoudens, de instelling en ouderavonden. Wijzigen kan niet; exports, scans en noodlijsten blijven dicht. Alles wat zij openen staat in uw logboek.
support-grant-button = Laten meekijken
support-looked = Wat is bekeken
support-looked-none = Nog niets.
support-allow = Toestaan
support-end = Beëindigen
support-when = Wanneer
support-who = Wie
support-what = Handeling
support-record = Record
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
support-reason-missing = Schrijf in enkele woorden waarom, hooguit { $limit } tekens.
support-hours-wrong = Typ een heel aantal uren van 1 tot { $limit }.
support-operator-unknown = Kies een van de beheerders uit de lijst.
support-answered = Dit verzoek is al beantwoord.
field-operator = Wie mag meekijken
field-reason = Reden
field-reason-hint = Waar het om gaat, zonder namen van kinderen.
field-hours = Uren
field-hours-hint = Van 1 tot 72.
support-operator-title = Ondersteuning voor een school
support-operator-text = U ziet niets van de inhoud van een school totdat een beheerder van die school het toestaat. De school kan het elk moment beëindigen en leest wat u hebt bekeken.
support-enter-title = Naar binnen
support-enter-text = Typ een nieuwe code. Die opent de school om mee te kijken, een uur lang of tot de toegang eindigt.
support-enter-button = Naar binnen
support-leave = De school verlaten
support-ask-title = De school vragen
support-ask-button = Vragen
done-support-granted = Zij mogen nu meekijken; de beheerders zijn op de hoogte gebracht.
done-support-ended = Het is beëindigd. Hiermee ziet niemand van de host hier nog iets.
done-support-asked = De beheerders van de school hebben uw verzoek.
done-support-left = U hebt de school verlaten.
mail-support-asked-subject = De host vraagt om steuntoegang
mail-support-asked =
    Dag { $name },

    een beheerder van de installatie vraagt om { $hours } uur mee te kijken in de inhoud van uw school. Meld u aan en open Ondersteuning om te lezen waarom, en om het toe te staan of te weigeren.
mail-support-granted-subject = Steuntoegang is verleend
mail-support-granted =
    Dag { $name },

    een beheerder van uw school laat de host tot { $until } in de inhoud meekijken. Open Ondersteuning om te zien wat er wordt bekeken, of om het te beëindigen.
mail-support-used-subject = De steuntoegang wordt gebruikt
mail-support-used =
    Dag { $name },

    een beheerder van de installatie is naar binnen gegaan met de steuntoegang die tot { $until } loopt. Open Ondersteuning om te zien wat er wordt bekeken, of om het te beëindigen.
mail-support-ended-subject = De steuntoegang is beëindigd
mail-support-ended =
    Dag { $name },

    een steuntoegang tot uw school is beëindigd. Open Ondersteuning om te lezen wat ermee is bekeken.
