nav-support = الدعم
support-title = دعم من مشغّل الخدمة
support-text = لا يستطيع مشغّل هذه الخدمة رؤية محتوى مدرستك. هنا تسمح له بالاطلاع لبضع ساعات، وتنهي ذلك متى شئت.
support-none = لم يُسمح لأحد بالدخول، ولم يطلب أحد ذلك.
support-any-operator = أي مشغّل لهذه الخدمة
support-grant-title = إذن الدعم
support-scope = يحق لهم رؤية ما يراه مكتب المدرسة: الأشخاص والمجموعات والأسر والمؤسسة ولقاءات أولياء الأمور. لا يمكنهم تغيير شيء، وتبقى عمليات التصدير والنسخ الممسوحة وأوراق الطوارئ مغلقة أمامهم. وكل ما يفتحونه مدوَّن في سجل التدقيق لديك.
support-grant-button = السماح بالاطلاع
support-looked = ما جرى الاطلاع عليه
support-looked-none = لا شيء بعد.
support-allow = سماح
support-end = إنهاء
support-when = الوقت
support-who = الشخص
support-what = الإجراء
support-record = السجل
support-state-asked = مطلوب
support-state-runs = سارٍ الآن
support-state-over = منتهٍ
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
support-used-since = أول استخدام: { $when }
support-reason-missing = اكتب السبب بكلمات قليلة، بحد أقصى { $limit } من الأحرف.
support-hours-wrong = اكتب عددًا صحيحًا من الساعات من 1 إلى { $limit }.
support-operator-unknown = اختر أحد المشغّلين من القائمة.
support-answered = تم الرد على هذا الطلب من قبل.
field-operator = من يحق له الاطلاع
field-reason = السبب
field-reason-hint = اكتب الموضوع دون أسماء أطفال.
field-hours = الساعات
field-hours-hint = من 1 إلى 72.
support-operator-title = دعم مدرسة
support-operator-text = لا ترى شيئًا من محتوى المدرسة حتى يسمح لك أحد مسؤوليها. وتستطيع المدرسة إنهاء ذلك في أي لحظة وقراءة ما اطّلعت عليه.
support-enter-title = الدخول
support-enter-text = اكتب رمزًا جديدًا. يفتح لك المدرسة للاطلاع لمدة ساعة، أو حتى انتهاء الإذن.
support-enter-button = الدخول
support-leave = مغادرة المدرسة
support-ask-title = طلب من المدرسة
support-ask-button = إرسال الطلب
done-support-granted = يمكنهم الاطلاع الآن؛ وقد أُبلغ المسؤولون.
done-support-ended = انتهى الإذن. لم يعد أحد من جهة مشغّل الخدمة يرى شيئًا هنا بموجبه.
done-support-asked = وصل طلبك إلى مسؤولي المدرسة.
done-support-left = لقد غادرت المدرسة.
mail-support-asked-subject = يطلب مشغّل الخدمة إذن دعم
mail-support-asked =
    مرحبًا { $name }،

    يطلب أحد مشغّلي الخدمة الاطلاع على محتوى مدرستك. المدة المطلوبة بالساعات: { $hours }. سجّل الدخول وافتح «الدعم» لقراءة السبب، وللسماح أو الرفض.
mail-support-granted-subject = مُنح إذن دعم
mail-support-granted =
    مرحبًا { $name }،

    سمح أحد مسؤولي مدرستك لمشغّل الخدمة بالاطلاع على محتواها حتى { $until }. افتح «الدعم» لترى ما يجري الاطلاع عليه، أو لإنهاء ذلك.
mail-support-used-subject = إذن الدعم قيد الاستخدام
mail-support-used =
    مرحبًا { $name }،

    دخل أحد مشغّلي الخدمة بموجب إذن الدعم الساري حتى { $until }. افتح «الدعم» لترى ما يطّلع عليه، أو لإنهاء ذلك.
mail-support-ended-subject = انتهى إذن الدعم
mail-support-ended =
    مرحبًا { $name }،

    انتهى إذن دعم لمدرستك. افتح «الدعم» لقراءة ما جرى الاطلاع عليه بموجبه.
