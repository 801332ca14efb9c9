skip-to-content = الانتقال إلى المحتوى
nav-main = القائمة الرئيسية
nav-menu = القائمة
sign-out = تسجيل الخروج
footer-privacy = الخصوصية
footer-demo = أدوار تجريبية أخرى
footer-language = اللغة
footer-theme = الألوان
footer-set = تطبيق
theme-auto = مثل الجهاز
theme-light = فاتح
theme-dark = داكن
error-title = خطأ: { $title }
error-summary = يرجى تصحيح ما يلي
error-reference = الرقم المرجعي: { $code }
error-home = إلى الصفحة الأولى
error-not-found = هذه الصفحة غير موجودة هنا
error-not-found-text = ربما نُقلت، أو لا يحق لك رؤيتها. ارجع، أو ابدأ من الصفحة الأولى.
error-forbidden = هذا ليس من صلاحيات دورك
error-forbidden-text = لا يُسمح لحسابك بهذا. اسأل مدرستك إن كنت ترى أنه من حقك.
error-invalid = يرجى تصحيح ما يلي
error-invalid-text = في النموذج شيء يحتاج إلى مراجعة. ارجع وحاول مرة أخرى.
error-conflict = هذا غير ممكن الآن
error-conflict-text = تغيّر شيء في هذه الأثناء. ارجع وراجع مرة أخرى.
error-busy = النظام مشغول للحظة
error-busy-text = لم يُحفظ شيء. حاول مرة أخرى بعد ثوانٍ.
error-internal = حدث خلل لدينا
error-internal-text = لم يُحفظ شيء من خطوتك الأخيرة. حاول مرة أخرى؛ وإذا تكرر الخلل فأخبر المدرسة بالرقم المرجعي أدناه.
form-unreadable = تعذّرت قراءة النموذج. ارجع وأرسله مرة أخرى.
already-exists = هذا موجود من قبل.
why-we-ask = لماذا نسأل
why-text = الغرض: { $purpose }. الأساس القانوني: { $basis }. { $period }
why-records = في سجل أنشطة المعالجة
kept-for = مدة الاحتفاظ بعد انتهاء الحاجة: { $period }.
kept-school = يُحتفظ به ما دامت المدرسة هنا.
period-hours = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
period-days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
period-months = { $n ->
    [zero] { $n } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
period-years = { $n ->
    [zero] { $n } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
date = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
role-visitor = زائر
role-operator = مشغّل الخدمة
role-administrator = مسؤول النظام
role-office = المكتب
role-teacher = معلم
role-guardian = ولي أمر
role-student = { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
}
role-dpo = حماية البيانات
role-shell = سطر الأوامر
role-job = مهمة مجدولة
subject-student = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
}
subject-guardian = أولياء الأمور
subject-staff = الموظفون
subject-user = كل من له حساب
subject-operator = مشغّلو الخدمة
subject-contact = مسؤولو التواصل
subject-nobody = لا أحد
purpose-administration = حفظ سجلات المدرسة
purpose-teaching = التدريس
purpose-family-contact = التواصل مع الأسر
purpose-child-safety = سلامة الأطفال
purpose-sign-in = تسجيل الدخول
purpose-security = الأمن
purpose-accountability = المساءلة
purpose-communication = الرسائل
purpose-import = نقل السجلات من نظام إدارة المدرسة
purpose-operation = تشغيل الخدمة
purpose-access = تحديد من يحق له الاطلاع على كل سجل
purpose-statistics = أعداد للمجموعات، لا لشخص بعينه أبدًا
basis-public-task = مهمة للمصلحة العامة
basis-contract = عقد
basis-attested = كما أقرّت المدرسة
basis-edition = كما صرّحت المدرسة
basis-legal-obligation = التزام قانوني
basis-legitimate-interest = مصلحة مشروعة
basis-consent = موافقة
category-identifier = الأرقام والمعرّفات
category-name = الأسماء
category-birth = تاريخ الميلاد
category-gender = الجنس
category-nationality = الجنسية
category-address = العنوان
category-contact = بيانات التواصل
category-relationship = صلات القرابة
category-education = المجموعات والالتحاق
category-employment = العمل
category-credential = وسائل تسجيل الدخول
category-device = الجهاز والشبكة
category-activity = ما جرى ومتى
category-message = الرسائل
category-restriction = القيود بأمر قضائي
module-off = هذا القسم متوقف في مدرستك. يمكن لأحد المسؤولين تشغيله من صفحة «الأقسام».
measure-own-file = سجلات كل مدرسة في ملف خاص بها مشفَّر بخوارزمية AES-256 وبمفتاح خاص به؛ ولا يصل أي استعلام إلى مدرستين.
measure-role-table = ما يجوز لصفحة أن تفعله هو أحد { $n } من الأفعال المسمّاة، ومن يجوز له ذلك يحدده جدول واحد للأدوار؛ وما ليس فيه مرفوض. وتُحتسب الأدوار من جديد مع كل طلب.
measure-trail = تُدوَّن التغييرات، والاطلاع على سجلات الآخرين، في سجل متسلسل يظهر فيه أي تغيير لاحق لأحد قيوده.
measure-security-log = تُسجَّل عمليات الدخول وحالات الرفض في سجل أمني لا يحفظ من عنوان الشبكة إلا جزءًا.
measure-erasure = ما يُحذف يُكتب فوقه في الملف.
measure-own-pages = لا تحمّل الصفحات شيئًا من مكان آخر، ولا يمكن لمواقع أخرى تضمينها، ولا تبقى في ذاكرة مؤقتة؛ وتُرفض النماذج المرسلة من مواقع أخرى.
measure-logs = يسمّي سجل الخادم السجلات بأرقام عشوائية ولا يذكر أحدًا باسمه.
recipient-host = مشغّل هذه الخدمة، نيابةً عن المدرسة
recipient-oneself = الشخص المعني نفسه
recipient-public = كل من يفتح صفحات الخصوصية، فيما يخص مسؤول حماية البيانات والممثل
find-open = بحث (Ctrl+K)
find-keys = السهمان لأعلى ولأسفل للاختيار، Enter للفتح، Esc للإغلاق
find-title = بحث
find-label = صفحة أو مهمة أو اسم
offline-title = لا يوجد اتصال
offline-text = لا يستطيع هذا الجهاز الوصول إلى مدرستك الآن. لم يضِع شيء مما أرسلته، وما لم ترسله بعد فأرسله مرة أخرى عندما يعود الاتصال.
offline-again = إعادة المحاولة
offline-kept = هذه صفحة محفوظة على هذا الجهاز، وقد يكون شيء منها تغيّر منذ ذلك الحين.
offline-pages = محفوظ على هذا الجهاز
error-too-many = طلبات كثيرة في وقت واحد
error-too-many-text = { $n ->
    [zero] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. يمكنك المتابعة الآن.
    [one] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. انتظر ثانية واحدة ثم تابع.
    [two] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. انتظر ثانيتين ثم تابع.
    [few] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. انتظر { $n } ثوانٍ ثم تابع.
    [many] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. انتظر { $n } ثانية ثم تابع.
   *[other] وصلت من شبكتك طلبات كثيرة جدًا في وقت قصير. انتظر { $n } ثانية ثم تابع.
}
error-too-large = هذا كبير جدًا
error-too-large-text = يتسع النموذج لنص حجمه 1 ميغابايت، ومع الملفات { $n } ميغابايت في المجموع. أرسل أقل في المرة الواحدة.
error-too-long = هذا العنوان طويل جدًا
error-too-long-text = ابدأ من الصفحة الأولى وتابع من هناك.
error-too-slow = استغرق هذا وقتًا طويلًا
error-too-slow-text = ربما حُفظ رغم ذلك: تحقّق أولًا ثم حاول مرة أخرى.
plain-refused = لا تُنقل البيانات هنا إلا مشفّرة. استخدم { $url } بدلًا من ذلك؛ لم يُحفظ شيء.
role-support = مشغّل الخدمة، بإذن دعم
support-needed = أنت مشغّل الخدمة لهذه المدرسة، لكن لا يحق لك رؤية محتواها. اطلب من المدرسة إذن دعم؛ والقرار لأحد مسؤوليها.
support-only-looks = يتيح لك إذن الدعم الاطلاع على ما يراه مكتب المدرسة دون تغيير شيء. وهذا ليس ضمنه.
support-banner = أنت تطّلع على هذه المدرسة بموجب إذن دعم، حتى { $until } على الأكثر. كل ما تفتحه يُدوَّن، وتستطيع المدرسة قراءته.
support-banner-leave = المغادرة
