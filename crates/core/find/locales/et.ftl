find-pages = Lehed
find-deeds = Tegevused
find-nothing = Selle nimega ei ole midagi, mida te näha tohite. Proovige teist kirjaviisi või vähem tähti.
find-count = { $n ->
    [one] 1 tulemus
   *[other] { $n } tulemust
}
