find-pages = पृष्ठ
find-deeds = कुछ शुरू करें
find-nothing = इस नाम से ऐसा कुछ नहीं मिला जो आप देख सकें। दूसरी वर्तनी या कम अक्षर आज़माएँ।
find-count = { $n ->
    [one] { $n } परिणाम
   *[other] { $n } परिणाम
}
