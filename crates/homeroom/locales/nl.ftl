demo-title = Wie wilt u zijn?
demo-text = { $n ->
    [one] Deze school is verzonnen, en de enige leerling ook. Ga naar binnen als wie u maar wilt; niets van wat u hier doet, verlaat deze computer.
   *[other] Deze school is verzonnen, en de { $n } leerlingen ook. Ga naar binnen als wie u maar wilt; niets van wat u hier doet, verlaat deze computer.
}
demo-enter = Naar binnen
demo-outbox-title = E-mail die deze demo zou versturen
demo-outbox-empty = Nog niets. Nodig iemand uit, of wijzig een wachtwoord.
