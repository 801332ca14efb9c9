# لقاءات أولياء الأمور
nav-conferences = لقاءات أولياء الأمور
nav-conferences-own = لقاءاتي
nav-conferences-family = التحدث مع المعلمين
conf-title = لقاءات أولياء الأمور
conf-never = لم يُخطَّط لأي لقاءات لأولياء الأمور بعد.
conf-new-title = تخطيط لقاءات أولياء الأمور
conf-create = المتابعة إلى الأيام
conf-edit-title = تغيير البيانات
conf-state = الحالة
conf-state-draft = قيد الإعداد
conf-state-before = مُعلَن
conf-state-open = الحجز مفتوح
conf-state-closed = انتهى الحجز
conf-opens = يُفتح الحجز في { $moment }.
conf-closes = الحجز متاح حتى { $moment }.
conf-has-closed = انتهى الحجز في { $moment }.
conf-day = { $weekday } { $date }
conf-moment = { $day }، { $time }
conf-weekday-1 = الاثنين
conf-weekday-2 = الثلاثاء
conf-weekday-3 = الأربعاء
conf-weekday-4 = الخميس
conf-weekday-5 = الجمعة
conf-weekday-6 = السبت
conf-weekday-7 = الأحد
conf-zone-none = اختر منطقة زمنية
conf-closes-early = يجب أن ينتهي الحجز بعد بدايته. اختر وقتًا لاحقًا.
conf-moment-wrong = أدخل يومًا ووقتًا.
conf-time-wrong = أدخل وقتًا، مثل 18:30.
conf-minutes-wrong = أدخل عدد دقائق من { $least } إلى { $most }.
conf-to-round = العودة إلى النظرة العامة
conf-days = الأيام والساعات
conf-days-title = الأيام والساعات
conf-days-none = لا يوجد أي يوم بعد. أضف اليوم الأول.
conf-hours-add-title = إضافة يوم
conf-hours-add = إضافة
conf-hours-overlap = تتداخل هذه الساعات مع ساعات أخرى في اليوم نفسه. اختر ساعات أخرى أو احذف تلك أولًا.
conf-hours-many = الحد الأقصى للقاءات أولياء الأمور { $limit } من الفترات. احذف فترة أولًا.
conf-until-early = يجب أن تكون النهاية بعد البداية.
conf-times = { $n ->
    [zero] لا مواعيد
    [one] موعد واحد
    [two] موعدان
    [few] { $n } مواعيد
    [many] { $n } موعدًا
   *[other] { $n } موعد
}
conf-remove = حذف
conf-round-booked = حجز أحدهم بالفعل، فلا يمكن تغيير الأوقات. ألغِ تلك المواعيد أولًا وأبلغ الأسر.
conf-not-ready = أضف يومًا ومعلمًا واحدًا على الأقل أولًا، ثم يمكن للأسر رؤية اللقاءات.
conf-next = الخطوة التالية
conf-need-days = حدّد الأيام والساعات
conf-need-teachers = اختر المعلمين
conf-need-publish = اعرض اللقاءات على الأسر
conf-need-publish-text = يمكنهم الحجز ابتداءً من الوقت الذي حدّدته.
conf-publish = العرض على الأسر
conf-hide = الإخفاء عن الأسر
conf-hide-text = تبقى المواعيد كما هي.
conf-tile-booked = { $n ->
    [zero] موعد
    [one] موعد
    [two] موعدان
    [few] مواعيد
    [many] موعدًا
   *[other] موعد
}
conf-tile-free = { $n ->
    [zero] وقت متاح
    [one] وقت متاح
    [two] وقتان متاحان
    [few] أوقات متاحة
    [many] وقتًا متاحًا
   *[other] وقت متاح
}
conf-tile-missing = دون موعد حتى الآن
conf-grid = من يتحدث مع من
conf-teacher = المعلم
conf-teachers-title = المعلمون المشاركون
conf-teachers-count = { $n ->
    [zero] لا معلمين
    [one] معلم واحد
    [two] معلمان
    [few] { $n } معلمين
    [many] { $n } معلمًا
   *[other] { $n } معلم
}
conf-teachers-none = لا يشارك أحد بعد.
conf-teachers-add = إضافة معلمين
conf-teachers-all = جميع المعلمين الذين لديهم { $group ->
    [group] مجموعة
    [cohort] دفعة
   *[class] صف
}
conf-teachers-of = جميع معلمي { $name }
conf-choose = اختر
conf-teacher-title = الغرفة والاستراحات
conf-teacher-booked = لدى أسر مواعيد مع هذا المعلم. ألغِها أولًا وأبلغ الأسر، ثم يمكن إخراج المعلم.
conf-in-room = الغرفة { $room }
conf-pauses = غير متاح
conf-pauses-text = حدّد الأوقات المخصصة لاستراحة أو وصول متأخر أو انتهاء مبكر. لا تستطيع الأسر حجزها.
conf-pause = استراحة
conf-pause-booked = حجز أحدهم أحد هذه الأوقات. ألغِ ذلك الموعد أولًا وأبلغ الأسرة.
conf-booked = محجوز
conf-book = حجز
conf-book-title = الحجز لأسرة
conf-book-text = مع { $teacher }. لا تُرسل أي رسالة: أبلغ الأسرة بنفسك.
conf-party = { $child }، مع { $guardian }
conf-party-alone = { $child }، لا يوجد ولي أمر مسجَّل يحق له الحجز
conf-cancel = إلغاء الموعد
conf-cancel-title = إلغاء موعد
conf-cancel-text = { $child } مع { $teacher }: { $moment }. يصبح الوقت متاحًا فورًا. لا تُرسل أي رسالة: أبلغ الأسرة بنفسك.
conf-doubtful = للمراجعة
conf-doubtful-text = راجع هذا الموعد: غادر { $student ->
    [child] الطفل
    [pupil] التلميذ
    [learner] المتعلّم
   *[student] الطالب
}، أو لم يعد يحق لولي الأمر الحجز.
conf-missing-title = من لم يحجز بعد
conf-missing-none = لدى الجميع موعد.
conf-has-booked = تم الحجز
conf-not-yet = ليس بعد
conf-print-title = أوراق المعلمين
conf-doors-title = قوائم الأبواب
conf-print-text = اطبع هذه الصفحة: لكل معلم ورقة خاصة به.
conf-time = الوقت
conf-day-word = اليوم
conf-child = بشأن
conf-with = الحاضر
conf-own-title = لقاءاتي
conf-own-none = لا تشارك في أي لقاءات لأولياء الأمور.
conf-calendar = إضافة إلى تقويمي
conf-calendar-file = appointments
conf-family-title = التحدث مع المعلمين
conf-family-none = لا توجد لقاءات للحجز الآن. ستخبرك المدرسة عندما توجد.
conf-no-teacher = لا يشارك أي معلم من معلمي هذا { $student ->
    [child] الطفل
    [pupil] التلميذ
    [learner] المتعلّم
   *[student] الطالب
}.
conf-group-room = { $class }، الغرفة { $room }
conf-propose-text = حدّد المعلمين الذين تريد التحدث معهم. نقترح أمسية قصيرة واحدة لجميع أطفالك، والقرار لك.
conf-propose = اقتراح خطة
conf-choose-time = اختيار وقت
conf-change = تغيير أو إلغاء
conf-full = لا يوجد وقت متاح لدى هذا المعلم. اسأل مكتب المدرسة.
conf-others = لدى ولي أمر آخر موعد مع هذا المعلم.
conf-instead = أوقات متاحة قريبة:
conf-choose-some = حدّد معلمًا واحدًا على الأقل و{ $limit } على الأكثر.
conf-slot-taken = سبقك شخص آخر بلحظة: هذا الوقت محجوز. اختر وقتًا آخر.
conf-slot-gone = لم يعد هذا الوقت معروضًا. اختر وقتًا آخر.
conf-overlap = لديك موعد آخر في ذلك الوقت. اختر وقتًا آخر.
conf-already-booked = لديك من قبل موعد مع هذا المعلم بشأن هذا { $student ->
    [child] الطفل
    [pupil] التلميذ
    [learner] المتعلّم
   *[student] الطالب
}. غيّر ذلك الموعد.
conf-not-open = لم يُفتح الحجز بعد. عُد عندما يُفتح.
conf-closed = انتهى الحجز. لتغيير شيء ما، اتصل بمكتب المدرسة.
conf-proposal-title = خطة لك
conf-proposal-text = لم يُحجز شيء بعد. اقرأها ثم احجزها كلها دفعة واحدة.
conf-book-all = { $n ->
    [zero] حجز المواعيد
    [one] حجز هذا الموعد
    [two] حجز الموعدين
    [few] حجز المواعيد الـ{ $n } كلها
    [many] حجز المواعيد الـ{ $n } كلها
   *[other] حجز المواعيد الـ{ $n } كلها
}
conf-leave-it = الاختيار بنفسي
conf-unmet = لم يُعثر على وقت
conf-unmet-text = لا يوجد لهذه اللقاءات وقت متاح يناسب بقية المواعيد. اختر بنفسك، أو استبعد لقاءً آخر.
conf-plan-title = خطتك
conf-plan-none = ليس لديك أي موعد بعد.
field-round-name = الاسم
field-round-name-hint = كما تقرؤه الأسر: لقاءات الخريف.
field-opens-at = يُفتح الحجز
field-closes-at = ينتهي الحجز
field-slot-minutes = دقائق اللقاء الواحد
field-travel-minutes = دقائق الانتقال بين الغرف
field-travel-minutes-hint = تترك الخطط المقترحة هذا الوقت بين لقاءين.
field-round-zone = المنطقة الزمنية
field-conf-day = اليوم
field-conf-from = من
field-conf-until = إلى
field-conf-until-hint = لاستراحة للجميع، أضف اليوم نفسه مرتين.
field-conf-room = الغرفة
field-chosen-teachers = المعلمون
field-book-start = الوقت
field-booked-for = لمَن
field-cancel-reason = السبب
field-cancel-reason-hint = بكلمات قليلة، أو اتركه فارغًا.
done-round-created = سُجّلت اللقاءات. أضف الأيام الآن.
done-round-changed = تم التغيير.
done-round-published = يمكن للأسر رؤية اللقاءات الآن.
done-round-hidden = لم تعد الأسر ترى اللقاءات.
done-hours-added = تمت الإضافة.
done-hours-removed = تم الحذف.
done-teachers-added = تمت الإضافة.
done-teacher-changed = تم الحفظ.
done-teacher-removed = تم الإخراج.
done-booked = تم الحجز.
done-moved = تم النقل. أصبح الوقت القديم متاحًا.
done-cancelled = تم الإلغاء. أصبح الوقت متاحًا.
done-plan-booked = تم حجز كل شيء. هذه خطتك.

module-conferences = لقاءات أولياء الأمور
module-conferences-text = جولات من المواعيد للقاءات بين الأسر والمعلمين.
