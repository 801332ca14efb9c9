find-pages = الصفحات
find-deeds = بدء مهمة
find-nothing = لا شيء بهذا الاسم مما يحق لك الاطلاع عليه. جرّب إملاءً آخر أو حروفًا أقل.
find-count = { $n ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
    [many] { $n } نتيجة
   *[other] { $n } نتيجة
}
