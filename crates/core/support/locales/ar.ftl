nav-support = الدعم
support-title = دعم المستضيف
support-text = لا يستطيع مستضيف هذا النظام رؤية محتوى مدرستك. هنا تسمح له بالاطلاع لساعات، وتنهي ذلك متى شئت.
support-none = لم يُسمح لأحد بالدخول، ولم يطلب أحد ذلك.
support-any-operator = أي مشغّل للنظام
support-grant-title = إذن الدعم
support-scope = يحق لهم رؤية ما يراه المكتب: الأشخاص والمجموعات والأسر والمؤسسة ولقاءات أولياء الأمور. لا يمكنهم تغيير شيء، وتبقى عمليات التصدير والنسخ الممسوحة وقوائم الطوارئ مغلقة. وكل ما يفتحونه في سجل التدقيق لديك.
support-grant-button = السماح بالاطلاع
support-looked = ما تم الاطلاع عليه
support-looked-none = لا شيء بعد.
support-allow = السماح
support-end = إنهاء
support-when = متى
support-who = من
support-what = الإجراء
support-record = السجل
support-state-asked = مطلوب
support-state-runs = سارٍ الآن
support-state-over = انتهى
support-state-refused = مرفوض
support-for-hours = { $n ->
    [zero] لصفر ساعات
    [one] لساعة واحدة
    [two] لساعتين
    [few] لمدة { $n } ساعات
    [many] لمدة { $n } ساعة
   *[other] لمدة { $n } ساعة
}
support-from-until = من { $from } حتى { $until }
support-until = حتى { $until }
support-not-used = لم يُستخدم
support-used-since = أول استخدام { $when }
support-reason-missing = اكتب السبب بكلمات قليلة، { $limit } حرفًا على الأكثر.
support-hours-wrong = اكتب عددًا صحيحًا من الساعات بين 1 و{ $limit }.
support-operator-unknown = اختر أحد المشغّلين من القائمة.
support-answered = تم الرد على هذا الطلب من قبل.
field-operator = من يحق له الاطلاع
field-reason = السبب
field-reason-hint = ما الموضوع، دون أسماء أطفال.
field-hours = الساعات
field-hours-hint = من 1 إلى 72.
support-operator-title = دعم مدرسة
support-operator-text = لا ترى شيئًا من محتوى المدرسة حتى يسمح لك أحد مسؤوليها. وتستطيع المدرسة إنهاء ذلك في أي لحظة وقراءة ما اطّلعت عليه.
support-enter-title = الدخول
support-enter-text = اكتب رمزًا جديدًا. يفتح لك المدرسة للاطلاع لمدة ساعة أو حتى انتهاء الإذن.
support-enter-button = الدخول
support-leave = مغادرة المدرسة
support-ask-title = سؤال المدرسة
support-ask-button = إرسال الطلب
done-support-granted = يمكنهم الاطلاع الآن؛ وقد أُبلغ المسؤولون.
done-support-ended = انتهى الأمر. لم يعد أحد من جهة الاستضافة يرى شيئًا هنا بموجبه.
done-support-asked = وصل طلبك إلى مسؤولي المدرسة.
done-support-left = لقد غادرت المدرسة.
mail-support-asked-subject = المستضيف يطلب إذن دعم
mail-support-asked =
    مرحبًا { $name }،

    يطلب أحد مشغّلي النظام الاطلاع على محتوى مدرستك لمدة { $hours } ساعة. سجّل الدخول وافتح «الدعم» لقراءة السبب، وللسماح أو الرفض.
mail-support-granted-subject = مُنح إذن دعم
mail-support-granted =
    مرحبًا { $name }،

    سمح أحد مسؤولي مدرستك للمستضيف بالاطلاع على محتواها حتى { $until }. افتح «الدعم» لترى ما يُطّلع عليه، أو لإنهاء ذلك.
mail-support-used-subject = إذن الدعم قيد الاستخدام
mail-support-used =
    مرحبًا { $name }،

    دخل أحد المشغّلين بموجب إذن الدعم الساري حتى { $until }. افتح «الدعم» لترى ما يطّلع عليه، أو لإنهاء ذلك.
mail-support-ended-subject = انتهى إذن الدعم
mail-support-ended =
    مرحبًا { $name }،

    انتهى إذن دعم لمدرستك. افتح «الدعم» لقراءة ما تم الاطلاع عليه بموجبه.
