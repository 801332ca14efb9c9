find-pages = Pagina’s
find-deeds = Iets beginnen
find-nothing = Er is niets met die naam dat u mag zien. Probeer een andere spelling of minder letters.
find-count = { $n ->
    [one] 1 resultaat
   *[other] { $n } resultaten
}
