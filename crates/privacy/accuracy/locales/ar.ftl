# Own data, proposals of change, and the yearly question (C127, C128, C164)
nav-own = بياناتي
nav-proposals = التغييرات المقترحة
own-title = بياناتي
own-text = ما تحتفظ به المدرسة عنك وعن أطفالك. بعضه تغيّره بنفسك، والباقي يمكنك أن تطلب من المدرسة تصحيحه.
own-none = لا تحتفظ المدرسة بسجل عنك غير حسابك.
own-oneself = أنت
own-work = أنت في العمل
own-child = طفلك
own-change = تغيير
own-propose = طلب تصحيح
own-proposals = ما طلبته
own-more = تسجيل الدخول والملف الشخصي
own-account = البريد الإلكتروني وكلمة المرور واللغة
own-profile = الملف الشخصي والصورة
own-change-title = تغيير بياناتي
own-change-text = ما تغيّره هنا يُعتمد فورًا.
own-change-text-email = ما تغيّره هنا يُعتمد فورًا. أما البريد الإلكتروني فتغيّره في صفحة حسابك.
done-own-changed = غُيّرت بياناتك.
propose-title = طلب تصحيح
propose-text = صحّح ما هو خطأ واذكر السبب. تجيب المدرسة عن كل نقطة، وحتى ذلك الحين لا يتغيّر شيء.
propose-send = إرسال إلى المدرسة
propose-why = اذكر بإيجاز سبب طلب التغيير.
proposal-same = لا شيء يختلف عن السجل. غيّر ما هو خطأ، أو اكتبه في خانة «أمر آخر غير صحيح».
field-other = أمر آخر غير صحيح
done-proposed = وصل طلبك إلى المدرسة.
proposals-title = التغييرات المقترحة
proposals-text = ما تقول الأسر والموظفون والمتعلّمون إنه خطأ في سجلاتهم.
proposals-none = لم يطلب أحد تغييرًا.
proposal-title = تغيير مقترح
proposal-open = بانتظار الرد
proposal-answered = تم الرد
proposal-accepted = مقبول
proposal-refused = مرفوض
proposal-accept = قبول
proposal-refuse = رفض
proposal-answer = الرد
proposal-words = سبب الرد
proposal-send = إرسال الردود
proposal-conflict = تغيّر منذ ذلك الحين. في السجل الآن:
proposal-why-not = اذكر سبب رفض كل نقطة.
proposal-moved = تغيّر السجل أثناء الاطلاع. راجعه ثم أجب من جديد.
proposal-nothing-chosen = اختر ردًا على نقطة واحدة على الأقل.
proposal-record-gone = سجل لم يعد موجودًا
done-proposal-answered = حُفظت الردود.
task-proposal-waits = رُدّ على تغيير مقترح
task-data-check = راجع ما نحتفظ به عن أسرتك
task-data-checks-open = أسر لم تؤكد بياناتها
check-waits = تسأل المدرسة إن كانت بياناتك ما زالت صحيحة.
check-title = هل ما زال هذا صحيحًا؟
check-text = راجع البيانات ثم أجب بزر واحد.
check-none = لا يوجد سؤال مفتوح. هذا ما نحتفظ به.
check-right = كل هذا صحيح
check-change = هناك ما يجب تغييره…
done-check-right = شكرًا لك. علمت المدرسة أن بياناتك صحيحة.
done-check-change = شكرًا لك. غيّر هنا ما لم يعد صحيحًا.
checks-title = المراجعة السنوية للبيانات
checks-asked = { $n ->
    [zero] لم يُسأل أي ولي أمر هذا العام.
    [one] سُئل ولي أمر واحد هذا العام.
    [two] سُئل وليّا أمر هذا العام.
    [few] سُئل { $n } أولياء أمور هذا العام.
    [many] سُئل { $n } ولي أمر هذا العام.
   *[other] سُئل { $n } ولي أمر هذا العام.
}
checks-left = لم يجيبوا بعد
checks-none-left = أجاب كل من سُئل.
checks-asked-on = تاريخ السؤال: { $date }
checks-plan = موعد السؤال
checks-plan-text = في هذا اليوم من كل عام دراسي يُسأل كل ولي أمر إن كانت بياناته ما زالت صحيحة.
field-check-month = الشهر
field-check-day = اليوم
field-check-weeks = مهلة الرد بالأسابيع
field-check-weeks-hint = بعدها يُرسل تذكير واحد وترى من لم يجب.
number-out-of-range = أدخل رقمًا من 1 إلى { $most }.
done-checks-planned = حُفظ موعد السؤال.
mail-proposal-answered-subject = رد من { $place }
mail-proposal-answered =
    وصل رد من { $place } على طلبك. سجّل الدخول لقراءته:

    { $url }
mail-check-subject = طلب من { $place }: دقيقة من وقتك
mail-check = بدأ عام دراسي جديد في { $place }. سجّل الدخول وأخبرنا بزر واحد إن كان ما نحتفظ به عنك ما زال صحيحًا.
mail-check-again-subject = تذكير من { $place }: ننتظر ردك
mail-check-again = وصلك من { $place } سؤال عمّا إذا كان ما تحتفظ به المدرسة عنك ما زال صحيحًا، ولم يصلنا ردك بعد. سجّل الدخول وأجب بزر واحد.
