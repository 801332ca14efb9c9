recipient-mail-server = خادم البريد الذي أعدّه مشغّل الخدمة، إن وُجد: عنوان كل رسالة وموضوعها ونصها
recipient-sms-gateway = بوابة الرسائل النصية التي أعدّها مشغّل الخدمة، إن وُجدت: رقم الهاتف المحمول ونص كل رسالة
nav-undelivered = لم يُسلَّم
undelivered-title = ما لم يُسلَّم
undelivered-text = رسائل تعذّر تسليمها وأعمال فشلت مرة بعد مرة. لا يُذكر هنا لمن كانت. تنفع إعادة المحاولة بعد إزالة السبب؛ وما يُتخلّى عنه لا يُرسَل بعد ذلك.
undelivered-none = سُلِّم كل شيء.
undelivered-mail = رسالة بريد إلكتروني
undelivered-sms = رسالة نصية
undelivered-job = عمل من أعمال النظام: { $name }
undelivered-tried = { $n ->
    [zero] لم تجرِ أي محاولة
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $n } محاولات
    [many] { $n } محاولة
   *[other] { $n } محاولة
}
undelivered-fault-address = العنوان أو الرقم لا يستقبل الرسائل. صحّحه في السجل قبل إعادة المحاولة.
undelivered-fault-unreachable = تعذّر الوصول إلى الخادم الذي يسلّم الرسائل.
undelivered-fault-login = الخادم لا يسمح لهذا النظام بالدخول. أخبر من يستضيفه.
undelivered-fault-refused = الخادم يرفض الرسالة.
undelivered-fault-busy = لم يتوفّر لها وقت مرة بعد مرة.
undelivered-fault-fault = حدث خلل. يجده مضيف هذا النظام في السجل التقني.
undelivered-again = إعادة المحاولة
undelivered-aside = التخلّي نهائيًا
undelivered-none-named = اختر ما تُعاد محاولته أو ما يُتخلّى عنه.
done-undelivered-again = ستُعاد المحاولة خلال دقيقة.
done-undelivered-aside = جرى التخلّي عنه. أما أعمال النظام فتعود في موعدها التالي.
