demo-title = Kellena soovite siseneda?
demo-text = { $n ->
    [one] See kool on välja mõeldud ja tema ainus õpilane samuti. Sisenege kellena tahes; miski, mida te siin teete, ei välju sellest arvutist.
   *[other] See kool on välja mõeldud ja tema { $n } õpilast samuti. Sisenege kellena tahes; miski, mida te siin teete, ei välju sellest arvutist.
}
demo-enter = Sisene
demo-outbox-title = Kirjad, mis see demo saadaks
demo-outbox-empty = Veel mitte midagi. Kutsuge keegi või muutke parool.
