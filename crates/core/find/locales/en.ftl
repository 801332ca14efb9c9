find-pages = Pages
find-deeds = Start something
find-nothing = Nothing by that name that you may see. Try another spelling, or fewer letters.
find-count = { $n ->
    [one] 1 result
   *[other] { $n } results
}
