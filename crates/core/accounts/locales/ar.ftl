sign-in-title = تسجيل الدخول
sign-in-button = تسجيل الدخول
sign-in-invited = لديّ رسالة فيها رمز
sign-in-wrong = البريد الإلكتروني وكلمة المرور غير متطابقين. راجعهما وحاول مرة أخرى؛ وبعد خمس محاولات انتظر ربع ساعة.
sign-in-code-title = خطوة أخرى
sign-in-code-button = متابعة
field-password = كلمة المرور
field-password-hint = 8 أحرف على الأقل. بضع كلمات متتالية تصلح كلمة مرور جيدة.
field-old-password = كلمة مرورك الحالية
field-code = الرمز
field-code-hint = ستة أرقام من تطبيق المصادقة، أو أحد رموز الاسترداد.
field-language = اللغة
field-terms = قرأتُ إشعار الخصوصية
code-wrong = هذا الرمز غير صحيح. انتظر الرمز التالي في تطبيقك واكتبه.
password-short = { $n ->
    [zero] استخدم { $n } حرف على الأقل.
    [one] استخدم حرفًا واحدًا على الأقل.
    [two] استخدم حرفين على الأقل.
    [few] استخدم { $n } أحرف على الأقل.
    [many] استخدم { $n } حرفًا على الأقل.
   *[other] استخدم { $n } حرف على الأقل.
}
password-long = { $n ->
    [zero] استخدم { $n } حرف على الأكثر.
    [one] استخدم حرفًا واحدًا على الأكثر.
    [two] استخدم حرفين على الأكثر.
    [few] استخدم { $n } أحرف على الأكثر.
    [many] استخدم { $n } حرفًا على الأكثر.
   *[other] استخدم { $n } حرف على الأكثر.
}
password-common = يستخدم كثيرون كلمة المرور هذه. اختر غيرها، مثل بضع كلمات متتالية.
password-wrong = هذه ليست كلمة مرورك. اكتب التي تسجّل بها الدخول.
email-taken = هذا البريد الإلكتروني مستخدم لحساب آخر. استخدم بريدًا آخر، أو سجّل الدخول.
terms-unticked = اقرأ إشعار الخصوصية وضع علامة في المربع.
invitation-title = أهلًا بك
invitation-text = مرحبًا { $name }. اختر كيف تريد تسجيل الدخول.
invitation-button = إنشاء حسابي
invitation-code-title = رسالتك
invitation-code-text = اكتب الرمز الموجود في الرسالة التي أعطتك إياها المدرسة.
invitation-code-button = متابعة
invitation-code-wrong = لا توجد رسالة بهذا الرمز، أو أنه استُخدم أو انتهت مدته. راجع كل حرف ورقم، أو اطلب من المدرسة رسالة جديدة.
no-address = لا يوجد بريد إلكتروني مسجّل. أضف بريدًا، أو اطبع رسالة بدلًا من ذلك.
account-title = حسابي
account-sessions = الأجهزة التي سجّلت الدخول منها
account-this = هذا الجهاز
account-since = منذ { $when }
account-last = آخر استخدام: { $when }
account-end = إنهاء
account-end-others = إنهاء كل الجلسات الأخرى
account-device-unknown = جهاز غير معروف
account-password = تغيير كلمة المرور
account-password-button = تغيير كلمة المرور
account-language-button = حفظ
account-codes-left = { $n ->
    [zero] لم يبقَ أي رمز استرداد.
    [one] بقي رمز استرداد واحد.
    [two] بقي رمزا استرداد.
    [few] بقيت { $n } رموز استرداد.
    [many] بقي { $n } رمز استرداد.
   *[other] بقي { $n } رمز استرداد.
}
factor-title = التحقق بخطوتين
factor-text = امسح هذا الرمز بتطبيق مصادقة، ثم اكتب الأرقام الستة التي يعرضها التطبيق. إذا تعذّر المسح فاكتب الحروف أدناه في التطبيق.
factor-picture = رمز QR يحوي المفتاح السري المكتوب تحته أيضًا
factor-required = يتيح لك دورك رؤية الكثير، لذا يلزم التحقق بخطوتين قبل المتابعة.
factor-button = تفعيل
factor-on = مفعّل
factor-off = إيقاف
factor-none = غير مُعدّ. رمز من هاتفك يمنع الآخرين من الدخول حتى لو عرفوا كلمة مرورك.
factor-set-up = إعداد
factor-must = دورك يتطلبه، لذا لا يمكن إيقافه.
factor-exists = التحقق بخطوتين مُعدّ من قبل.
recovery-title = احفظ هذه الرموز
recovery-text = يُدخلك كل رمز مرة واحدة إذا فقدت هاتفك. اطبعها أو اكتبها؛ فهي لا تظهر إلا الآن.
recovery-kept = حفظتُها
letter-title = رسالة
letter-greeting = تحية طيبة { $name }،
letter-text = بهذا الرمز يمكنك إنشاء حسابك.
letter-step-1 = افتح هذا العنوان:
letter-step-2 = اكتب هذا الرمز:
letter-step-3 = اختر كلمة مرور.
letter-until = يعمل الرمز مرة واحدة، حتى { $day }.
letter-back = رجوع
done-signed-out = تم تسجيل خروجك.
done-password = تغيّرت كلمة مرورك، وسُجّل خروج أجهزتك الأخرى.
done-language = حُفظت اللغة.
done-session-ended = انتهت الجلسة.
done-factor-off = أُوقف التحقق بخطوتين.
done-invited = الدعوة في طريقها.
mail-invitation-subject = حسابك لدى { $place }
mail-invitation =
    مرحبًا { $name }،

    هذه دعوة من { $place } لإنشاء حسابك. افتح هذا الرابط واختر كلمة مرور:

    { $url }

    يعمل الرابط مرة واحدة، لمدة أسبوعين. إذا لم تكن تتوقع هذه الرسالة فلا يلزمك فعل شيء.
mail-new-device-subject = تسجيل دخول جديد لدى { $place }
mail-new-device =
    مرحبًا { $name }،

    سُجّل الدخول إلى حسابك لدى { $place } من متصفح لم نره من قبل. إذا كان ذلك منك فكل شيء على ما يرام. وإلا فغيّر كلمة مرورك الآن:

    { $url }
mail-changed-subject = تغيّر حسابك لدى { $place }
mail-password-changed =
    مرحبًا { $name }،

    تغيّرت كلمة مرور حسابك لدى { $place }. إذا لم يكن ذلك منك فأخبر المدرسة فورًا.

    { $url }
mail-factor-on =
    مرحبًا { $name }،

    أُعدّ التحقق بخطوتين لحسابك لدى { $place }. إذا لم يكن ذلك منك فأخبر المدرسة فورًا.

    { $url }
mail-factor-off =
    مرحبًا { $name }،

    أُوقف التحقق بخطوتين لحسابك لدى { $place }. إذا لم يكن ذلك منك فأخبر المدرسة فورًا.

    { $url }
