find-pages = Lehed
find-deeds = Alusta
find-nothing = Selle nimega pole midagi, mida te näha tohite. Proovige teist kirjapilti või vähem tähti.
find-count = { $n ->
    [one] 1 tulemus
   *[other] { $n } tulemust
}
