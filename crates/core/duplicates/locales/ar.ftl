# One person on record twice
duplicates-title = مسجَّلون مرتين
duplicates-text = قد تكون هذه السجلات لشخص واحد دُوِّن مرتين. اطّلع على السجلين قبل أن تقرر.
duplicates-none = لا يبدو أن أحدًا مسجَّل مرتين.
duplicates-done = ما دُمج في آخر 30 يومًا
duplicates-merged-about = دُمج في { $when } بواسطة { $who }
duplicates-pair-title = شخص واحد أم شخصان؟
duplicates-problem = لم يُدمج شيء بعد
duplicates-what = الحقل
duplicates-older = السجل الأقدم
duplicates-newer = السجل الأحدث
duplicates-first = السجل الأقدم، { $name }
duplicates-second = السجل الأحدث، { $name }
duplicates-stays = أي سجل يبقى؟
duplicates-empty = غير مملوء
duplicates-merge-heading = هما شخص واحد
duplicates-merge-text = اختر ما يبقى. ينتقل كل ما يرتبط بالسجل الآخر معه، ويُحذف السجل الآخر. وإذا كان لكليهما الرابط نفسه فالأشد تقييدًا هو الساري، ويبقى أمر المحكمة. يمكنك التراجع خلال 30 يومًا.
duplicates-two-accounts = لكليهما حساب: يبقى حساب السجل الباقي، ويُنهى الآخر ويتلقى صاحبه رسالة.
duplicates-merge = ادمجهما في سجل واحد
duplicates-administrator = قد يُنهي دمج الزملاء حسابًا، لذلك يقوم به المسؤول.
duplicates-apart-heading = هما شخصان
duplicates-apart-text = يبقى السجلان كما هما، ولن يُقترح هذا الزوج مرة أخرى.
duplicates-apart = أبقِ السجلين
duplicates-choose-record = اختر السجل الذي يبقى.
duplicates-choose-value = اختر القيمة التي تبقى.
duplicates-two-appointments = لكليهما موعد في الموضع نفسه من الجدول. ألغِ أحدهما أولًا.
duplicates-two-rows = لكليهما قيد لا يمكن أن يوجد إلا مرة واحدة. أزل أحدهما أولًا.
duplicates-own-account = أنت مسجَّل الدخول بالحساب الذي سيُنهى. أبقِ السجل الآخر.
duplicates-moved-on = تغيّرت الحسابات في هذه الأثناء. راجع السجلين مرة أخرى.
duplicates-merge-title = سجلان مدموجان
duplicates-undo-hint = يعود السجلان كما كانا، وما دُوِّن منذ ذلك الحين يبقى مع هذا السجل. يُفتح الحساب المنهى من جديد ويسجّل صاحبه الدخول مرة أخرى.
duplicates-undo-until = ممكن حتى { $when }.
duplicates-undo = تراجع: أعدهما سجلين
duplicates-in-the-way = لا يمكن التراجع الآن: حدث تغيير منذ ذلك الحين. أعده أولًا.
duplicates-since-changed = تغيّر منذ ذلك الحين
duplicates-since-gone = أُزيل منذ ذلك الحين
duplicates-since-taken = أُعطي لشخص آخر
duplicates-thing-record = السجل نفسه
duplicates-thing-groups = المجموعات
duplicates-thing-links = الروابط بين أولياء الأمور والأطفال
duplicates-thing-account = الحساب
duplicates-thing-appointments = المواعيد
duplicates-thing-other = قيود أخرى
duplicates-kind-guardian = أولياء الأمور
duplicates-kind-staff = العاملون
duplicates-field-name = الاسم
duplicates-field-number = الرقم
duplicates-field-born = تاريخ الميلاد
duplicates-field-postcode = الرمز البريدي
duplicates-field-email = البريد الإلكتروني
duplicates-field-phone = رقم الهاتف
duplicates-field-household = الأسرة
duplicates-field-left-on = تاريخ المغادرة
duplicates-field-employee-id = رقم الموظف
duplicates-field-title = المسمى الوظيفي
duplicates-why-same-name = الاسم نفسه
duplicates-why-nearly-same-name = الاسم نفسه تقريبًا
duplicates-why-sounds-alike = اسمان متشابهان في النطق
duplicates-why-other-first-name = اسم العائلة نفسه لكن الاسم الأول مختلف: ربما أخ أو أخت أو توأم
duplicates-why-other-surname = الاسم الأول نفسه واسم عائلة مختلف
duplicates-why-same-birth = تاريخ الميلاد نفسه
duplicates-why-other-birth = تاريخ ميلاد مختلف
duplicates-why-same-number = الرقم نفسه
duplicates-why-nearly-same-number = رقمان متطابقان تقريبًا
duplicates-why-same-email = البريد الإلكتروني نفسه
duplicates-why-same-phone = رقم الهاتف نفسه
done-duplicates-merged = أصبح السجلان سجلًا واحدًا.
done-duplicates-apart = يبقيان شخصين.
done-duplicates-undone = عاد السجلان كما كانا.
duplicates-kind-student = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
}
duplicates-score = { $n } من 100
duplicates-count = { $n ->
    [zero] لا زوج للمراجعة.
    [one] زوج واحد للمراجعة.
    [two] زوجان للمراجعة.
    [few] { $n } أزواج للمراجعة.
    [many] { $n } زوجًا للمراجعة.
   *[other] { $n } زوج للمراجعة.
}
duplicates-more = { $n ->
    [zero] لا مزيد.
    [one] زوج آخر أقل احتمالًا.
    [two] زوجان آخران أقل احتمالًا.
    [few] { $n } أزواج أخرى أقل احتمالًا.
    [many] { $n } زوجًا آخر أقل احتمالًا.
   *[other] { $n } زوج آخر أقل احتمالًا.
}
measure-duplicates = { $n ->
    [zero] لا يمكن فصل السجلات المدموجة.
    [one] يمكن فصل السجلات المدموجة خلال يوم واحد، وسجل ذلك مختوم ثم يُمحى.
    [two] يمكن فصل السجلات المدموجة خلال يومين، وسجل ذلك مختوم ثم يُمحى.
    [few] يمكن فصل السجلات المدموجة خلال { $n } أيام، وسجل ذلك مختوم ثم يُمحى.
    [many] يمكن فصل السجلات المدموجة خلال { $n } يومًا، وسجل ذلك مختوم ثم يُمحى.
   *[other] يمكن فصل السجلات المدموجة خلال { $n } يوم، وسجل ذلك مختوم ثم يُمحى.
}
