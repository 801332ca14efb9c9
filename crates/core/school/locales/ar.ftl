# المدرسة: التنقل والصفحة الأولى
nav-home = الرئيسية
nav-students = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
}
nav-groups = { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}
nav-guardians = أولياء الأمور
nav-households = الأسر
nav-staff = الموظفون
nav-institution = المؤسسة
home-title = الرئيسية
home-greeting = أهلًا، { $name }
home-needs = بانتظارك
home-numbers = أرقام اليوم
home-import = استيراد القوائم
home-open = فتح
home-tile-students = { $n ->
    [zero] { $student ->
        [child] طفل
        [pupil] تلميذ
        [learner] متعلّم
       *[student] طالب
    }
    [one] { $student ->
        [child] طفل
        [pupil] تلميذ
        [learner] متعلّم
       *[student] طالب
    }
    [two] { $student ->
        [child] طفلان
        [pupil] تلميذان
        [learner] متعلّمان
       *[student] طالبان
    }
    [few] { $student ->
        [child] أطفال
        [pupil] تلاميذ
        [learner] متعلّمين
       *[student] طلاب
    }
    [many] { $student ->
        [child] طفلًا
        [pupil] تلميذًا
        [learner] متعلّمًا
       *[student] طالبًا
    }
   *[other] { $student ->
        [child] طفل
        [pupil] تلميذ
        [learner] متعلّم
       *[student] طالب
    }
}
home-tile-groups = { $n ->
    [zero] { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صف
    }
    [one] { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صف
    }
    [two] { $group ->
        [group] مجموعتان
        [cohort] دفعتان
       *[class] صفان
    }
    [few] { $group ->
        [group] مجموعات
        [cohort] دفعات
       *[class] صفوف
    }
    [many] { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صفًا
    }
   *[other] { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صف
    }
}
home-tile-guardians = { $n ->
    [zero] ولي أمر
    [one] ولي أمر
    [two] وليّا أمر
    [few] أولياء أمور
    [many] ولي أمر
   *[other] ولي أمر
}
home-tile-staff = { $n ->
    [zero] موظف
    [one] موظف
    [two] موظفان
    [few] موظفين
    [many] موظفًا
   *[other] موظف
}
home-need-agreement = اقبل اتفاقية معالجة البيانات
home-need-agreement-text = لا يمكن تسجيل أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
} قبل أن يقبلها أحد المسؤولين.
home-need-agreement-button = القراءة والقبول
home-need-roster = أدخِل قوائم مدرستك
home-need-roster-text = لا يوجد أحد هنا بعد. استورد ملفًا من نظام الإدارة لديك.
home-need-roster-button = استيراد القوائم
home-need-institution = أكمل بيانات المؤسسة
home-need-institution-text = تحتاج الأسر إلى عنوان ورقم هاتف وبريد إلكتروني للتواصل مع المدرسة.
home-need-institution-button = إكمال البيانات
home-groups = { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
} التي تدرّسها
home-groups-none = { $group ->
    [group] لم تُسنَد إليك أي مجموعة بعد. مكتب المدرسة هو من يسند المجموعات.
    [cohort] لم تُسنَد إليك أي دفعة بعد. مكتب المدرسة هو من يسند الدفعات.
   *[class] لم يُسنَد إليك أي صف بعد. مكتب المدرسة هو من يسند الصفوف.
}
home-children = أطفالك
home-children-none = لا يوجد طفل مرتبط بك. اسأل مكتب المدرسة.
home-officer = حماية البيانات
home-officer-text = ما تحتفظ به هذه المدرسة، ولماذا، وإلى متى.
home-officer-notice = إشعار الخصوصية
home-officer-records = سجل أنشطة المعالجة

# القوائم والنماذج
crumbs-label = موقعك
list-name = الاسم
list-search = البحث بالاسم
list-show = عرض
list-clear = مسح البحث
list-pages = الصفحات
list-page = الصفحة { $page } من { $last }
list-earlier = السابق
list-later = التالي
form-save = حفظ
history-title = ما الذي تغيّر
history-field = الحقل
history-change = التغيير
history-when = الوقت
history-was = كان
history-now = الآن
history-nothing = لا شيء
history-yes = نعم
history-no = لا
history-by = بواسطة
history-by-shell = سطر الأوامر
history-by-gone = حساب لم يعد موجودًا

# الطلاب
students-title = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
}
students-count = { $n ->
    [zero] لا أحد
    [one] { $student ->
        [child] طفل
        [pupil] تلميذ
        [learner] متعلّم
       *[student] طالب
    } واحد
    [two] { $student ->
        [child] طفلان
        [pupil] تلميذان
        [learner] متعلّمان
       *[student] طالبان
    }
    [few] { $n } { $student ->
        [child] أطفال
        [pupil] تلاميذ
        [learner] متعلّمين
       *[student] طلاب
    }
    [many] { $n } { $student ->
        [child] طفلًا
        [pupil] تلميذًا
        [learner] متعلّمًا
       *[student] طالبًا
    }
   *[other] { $n } { $student ->
        [child] طفل
        [pupil] تلميذ
        [learner] متعلّم
       *[student] طالب
    }
}
students-new-title = إضافة { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
}
students-create = إضافة
students-edit-title = تصحيح البيانات
students-details = البيانات
students-groups = { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}
students-no-group = دون { $group ->
    [group] مجموعة
    [cohort] دفعة
   *[class] صف
}
students-every-group = كل { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}
students-standing = الحالة
students-standing-here = الموجودون الآن
students-standing-left = المغادرون
students-standing-all = الجميع
students-narrowed = لا أحد يطابق هذا البحث.
students-never = لا يوجد أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
} هنا بعد. استورد القوائم أو أضف يدويًا.
students-all-left = لا أحد هنا الآن؛ غادر الجميع.
students-left = غادر
students-left-on = المغادرة في { $date }
students-born = { "\u200F" }{ $date }، { $age }
students-age = { $n ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
students-basis = أساس الاحتفاظ
students-gender-none = غير مسجّل
students-gender-female = أنثى
students-gender-male = ذكر
students-gender-other = غير ذلك
students-move-title = تغيير { $group ->
    [group] المجموعة
    [cohort] الدفعة
   *[class] الصف
}
students-move-text = { $group ->
    [group] تسري المجموعة الجديدة من اليوم. وتنتهي القديمة اليوم وتبقى في سجل التغييرات.
    [cohort] تسري الدفعة الجديدة من اليوم. وتنتهي القديمة اليوم وتبقى في سجل التغييرات.
   *[class] يسري الصف الجديد من اليوم. وينتهي القديم اليوم ويبقى في سجل التغييرات.
}
students-move = نقل
students-leave-title = تسجيل المغادرة
students-leave-text = هذا يوم مغادرة { $name }. لن يرى المعلمون السجل بعد ذلك، ويحتفظ به مكتب المدرسة حتى انتهاء مدته.
students-leave = تسجيل المغادرة
students-not-kept = اترك هذا الحقل فارغًا: اختارت مدرستك عدم الاحتفاظ به.
student-number-taken = هذا الرقم مستخدم لدى { $student ->
    [child] طفل آخر
    [pupil] تلميذ آخر
    [learner] متعلّم آخر
   *[student] طالب آخر
}. أدخل رقمًا آخر.

# أولياء الأمور وصلاحياتهم
guardians-title = أولياء الأمور
guardians-count = { $n ->
    [zero] لا أولياء أمور
    [one] ولي أمر واحد
    [two] وليّا أمر
    [few] { $n } أولياء أمور
    [many] { $n } ولي أمر
   *[other] { $n } ولي أمر
}
guardians-narrowed = لا يوجد ولي أمر يطابق هذا البحث.
guardians-never = لا يوجد أولياء أمور هنا بعد. يأتون مع القوائم، أو من صفحة { $student ->
    [child] الطفل
    [pupil] التلميذ
    [learner] المتعلّم
   *[student] الطالب
}.
guardians-add-title = إضافة ولي أمر
guardians-add = إضافة
guardians-edit-title = تصحيح البيانات
guardians-contact = التواصل
guardians-no-contact = لا توجد بيانات تواصل مسجّلة.
guardians-children = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
} المرتبطون بولي الأمر هذا
guardians-no-children = لا يوجد أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
} مرتبط بولي الأمر هذا.
guardians-none-of-student = لا يوجد ولي أمر مسجّل.
guardians-emergency = عند الطوارئ
guardians-collects = الاصطحاب من المدرسة
guardians-collects-yes = يحق له الاصطحاب
guardians-collects-no = لا يحق له الاصطحاب
edges-title = صلاحيات ولي الأمر هذا
edges-rights = الصلاحيات
edges-change = تغيير
edges-between = { $guardian }، بخصوص { $child }
edges-sees = الاطلاع على السجل
edges-books = حجز المواعيد
edges-pays = دفع الرسوم
edges-picks-up = الاصطحاب من المدرسة
edges-emergency = جهة الاتصال رقم { $n } عند الطوارئ
edges-restricted = أمر قضائي منذ { $date }
edges-relationship-none = غير مسجّلة
edges-relationship-mother = الأم
edges-relationship-father = الأب
edges-relationship-guardian = ولي الأمر
edges-relationship-other = غير ذلك
edges-unlink = إلغاء الربط
edges-unlink-title = إلغاء ربط ولي أمر
edges-unlink-text = لن يكون بإمكان { $guardian } رؤية أي شيء عن { $child } بدءًا من النقرة التالية. أما سجل ولي الأمر نفسه فيبقى.
way-in-title = طريقة الدخول
way-in-text = أرسل دعوة لإنشاء حساب، أو اطبع خطابًا فيه رمز.
way-in-invite = دعوة بالبريد الإلكتروني
way-in-letter = طباعة خطاب
way-in-no-email = لا يوجد بريد إلكتروني مسجّل، لذا لا يمكن إلا طباعة خطاب.
groups-letters = خطابات إلى العائلات

# أوراق الطوارئ
emergency-title = ورقة الطوارئ
emergency-made = بتاريخ { $date }
emergency-text = اطبع هذه الورقة، واحفظها لدى من يرعى { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمين
   *[student] الطلاب
}، وأتلفها عند وجود ورقة أحدث.
emergency-call = اتصل بهذا الترتيب
emergency-nobody = لم تُحدَّد جهة اتصال للطوارئ
emergency-no-phone = لا يوجد رقم هاتف مسجّل
emergency-trip-title = ورقة الطوارئ للرحلة
emergency-trip = لرحلة: اختر من سيشارك
emergency-trip-who = من سيشارك
emergency-trip-show = عرض هؤلاء فقط
emergency-trip-all = عرض الجميع
emergency-order-title = ترتيب جهات الاتصال عند الطوارئ
emergency-place = الترتيب
emergency-place-of = ترتيب { $name }
emergency-place-wrong = { $name }: أدخل رقمًا من 1 إلى 9، أو اترك الحقل فارغًا.
emergency-place-twice = { $name }: هذا الترتيب مستخدم. أعطِ كل جهة اتصال ترتيبًا خاصًا بها.

# الأسر
households-title = الأسر
households-count = { $n ->
    [zero] لا أسر
    [one] أسرة واحدة
    [two] أسرتان
    [few] { $n } أسر
    [many] { $n } أسرة
   *[other] { $n } أسرة
}
households-narrowed = لا توجد أسرة تطابق هذا البحث.
households-never = لا توجد أسر هنا بعد. تأتي مع القوائم.
households-members = في هذه الأسرة
households-empty = لم يعد أحد في هذه الأسرة.
households-siblings = في الأسرة نفسها أيضًا
households-none = دون أسرة
households-own = أسرة مستقلة
households-place-title = تغيير الأسرة
households-place-text = أفراد الأسرة الواحدة يسجّلون الدخول معًا. وما تختاره هنا لا يغيّره أي استيراد.
households-place = وضع في هذه الأسرة
households-new-title = إضافة أسرة
households-create = إضافة
households-nobody-yet = لا أحد في هذه الأسرة بعد.
households-add-title = إضافة أحد إلى هذه الأسرة

# المجموعات
groups-title = { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}
groups-count = { $n ->
    [zero] لا { $group ->
        [group] مجموعات
        [cohort] دفعات
       *[class] صفوف
    }
    [one] { $group ->
        [group] مجموعة واحدة
        [cohort] دفعة واحدة
       *[class] صف واحد
    }
    [two] { $group ->
        [group] مجموعتان
        [cohort] دفعتان
       *[class] صفان
    }
    [few] { $n } { $group ->
        [group] مجموعات
        [cohort] دفعات
       *[class] صفوف
    }
    [many] { $n } { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صفًا
    }
   *[other] { $n } { $group ->
        [group] مجموعة
        [cohort] دفعة
       *[class] صف
    }
}
groups-new-title = إضافة { $group ->
    [group] مجموعة
    [cohort] دفعة
   *[class] صف
}
groups-create = إضافة
groups-year = العام الدراسي
groups-teachers = المعلمون
groups-no-teachers = لم يُسنَد أي معلم بعد.
groups-never = لا توجد { $group ->
    [group] مجموعات
    [cohort] دفعات
   *[class] صفوف
} هنا بعد. استورد القوائم أو أضف يدويًا.
groups-empty = { $group ->
    [group] لا يوجد أحد في هذه المجموعة. يمكن تغيير المجموعة
    [cohort] لا يوجد أحد في هذه الدفعة. يمكن تغيير الدفعة
   *[class] لا يوجد أحد في هذا الصف. يمكن تغيير الصف
} من صفحة { $student ->
    [child] الطفل
    [pupil] التلميذ
    [learner] المتعلّم
   *[student] الطالب
}.
groups-empty-teacher = لا يوجد اليوم أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
} في { $group ->
    [group] هذه المجموعة
    [cohort] هذه الدفعة
   *[class] هذا الصف
}.
groups-one-title = { $group ->
    [group] المجموعة
    [cohort] الدفعة
   *[class] الصف
}
groups-running = الجارية الآن
groups-all-over = لا شيء جارٍ الآن. اختر عامًا دراسيًا لعرض ما انتهى.
groups-over = انتهى العمل في { $name }، فلا يمكن إلا قراءة القائمة. اختر { $group ->
    [group] مجموعة جارية
    [cohort] دفعة جارية
   *[class] صفًا جاريًا
}.
groups-over-since = انتهى في { $date }. تعرض القائمة من بقي حتى النهاية، ولا يمكن إلا قراءتها.
groups-starts-on = تاريخ البدء
groups-ended-on = تاريخ الانتهاء
groups-from = البدء في { $date }
groups-until = الانتهاء في { $date }
groups-end-title = إنهاء { $group ->
    [group] المجموعة
    [cohort] الدفعة
   *[class] الصف
}
groups-end-text = في هذا اليوم ينتهي العمل في { $name }: لا يبقى فيه أحد ولا يدرّسه أحد. تبقى القائمة للقراءة فقط، ولا يفتحها أي استيراد من جديد.
groups-end = إنهاء
enrolment-title = الالتحاق
enrolment-in = ملتحق
enrolment-not-yet = البدء في { $date }
enrolment-left = المغادرة في { $date }
enrolment-left-title = لم يعودوا في القائمة
roll-number-by-name = ترقيم حسب الاسم
roll-number-of = رقم { $name } في القائمة
roll-number-save = حفظ الأرقام في القائمة
roll-number-wrong = { $name }: أدخل رقمًا في القائمة من 1 إلى 9999، أو اترك الحقل فارغًا.
roll-number-twice = لدى { $name } و{ $other } الرقم نفسه في القائمة: { $number }. أعطِ أحدهما رقمًا آخر.
roll-number-taken = أُعطي أحد هذه الأرقام قبل لحظة لشخص آخر في القائمة. افتح القائمة من جديد.

# العام الدراسي القادم
promotion-title = العام الدراسي القادم
promotion-text = حدّد ما يحدث لكل { $group ->
    [group] مجموعة
    [cohort] دفعة
   *[class] صف
}. لا يتغيّر شيء قبل أن ترى كل شيء وتوافق.
promotion-nothing = { $group ->
    [group] لا توجد مجموعات جارية، فلا شيء يُنقل إلى العام القادم.
    [cohort] لا توجد دفعات جارية، فلا شيء يُنقل إلى العام القادم.
   *[class] لا توجد صفوف جارية، فلا شيء يُنقل إلى العام القادم.
}
promotion-first-day = أول يوم في العام الدراسي القادم
promotion-first-day-hint = حتى ذلك اليوم يبقى كل شيء كما هو.
promotion-way = ما يحدث
promotion-way-of = ما يحدث مع { $name }
promotion-way-moves = انتقال إلى العام القادم
promotion-way-leaves = مغادرة المدرسة
promotion-way-stays = بقاء دون تغيير
promotion-next-name = الاسم الجديد
promotion-next-name-of = الاسم الجديد لـ{ $name }
promotion-next-level = السنة الدراسية الجديدة
promotion-next-level-of = السنة الدراسية الجديدة لـ{ $name }
promotion-look = عرض ما سيحدث
promotion-name-missing = { $name }: أدخل الاسم الجديد.
promotion-moved = { $group ->
    [group] انتهت مجموعة منذ أن فتحت هذه الصفحة.
    [cohort] انتهت دفعة منذ أن فتحت هذه الصفحة.
   *[class] انتهى صف منذ أن فتحت هذه الصفحة.
} افتحها من جديد.
promotion-preview-title = ما سيحدث
promotion-from = ابتداءً من { $date }
promotion-preview-text = افتح { $group ->
    [group] مجموعة
    [cohort] دفعة
   *[class] صفًا
} لاختيار من يعيد السنة أو يغادر.
promotion-to = من { $name } إلى { $next }
promotion-ends = انتهاء { $name }
promotion-child = ما يحدث
promotion-child-of = ما يحدث مع { $name }
promotion-child-along = ينتقل مع { $group ->
    [group] المجموعة
    [cohort] الدفعة
   *[class] الصف
}
promotion-child-repeats = يعيد السنة
promotion-child-leaves = يغادر المدرسة
promotion-count-along = { $n ->
    [zero] ينتقل إلى العام القادم
    [one] ينتقل إلى العام القادم
    [two] ينتقلان إلى العام القادم
    [few] ينتقلون إلى العام القادم
    [many] ينتقلون إلى العام القادم
   *[other] ينتقلون إلى العام القادم
}
promotion-count-repeats = { $n ->
    [zero] يعيد السنة
    [one] يعيد السنة
    [two] يعيدان السنة
    [few] يعيدون السنة
    [many] يعيدون السنة
   *[other] يعيدون السنة
}
promotion-count-leaves = { $n ->
    [zero] يغادر المدرسة
    [one] يغادر المدرسة
    [two] يغادران المدرسة
    [few] يغادرون المدرسة
    [many] يغادرون المدرسة
   *[other] يغادرون المدرسة
}
promotion-count-groups = { $n ->
    [zero] قائمة تُغلق
    [one] قائمة تُغلق
    [two] قائمتان تُغلقان
    [few] قوائم تُغلق
    [many] قائمة تُغلق
   *[other] قائمة تُغلق
}
promotion-count-again = إعادة العدّ
promotion-warning = من ذلك اليوم لا يمكن إلا قراءة القوائم القديمة، ولا يمكن التراجع عن ذلك هنا.
promotion-apply = بدء العام الدراسي القادم
promotion-back = العودة إلى { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}

# الموظفون
staff-title = الموظفون
staff-one-title = موظف
staff-count = { $n ->
    [zero] لا موظفين
    [one] موظف واحد
    [two] موظفان
    [few] { $n } موظفين
    [many] { $n } موظفًا
   *[other] { $n } موظف
}
staff-new-title = إضافة موظف
staff-create = إضافة
staff-edit-title = تصحيح البيانات
staff-details = البيانات
staff-narrowed = لا أحد يطابق هذا البحث.
staff-never = لا يوجد موظفون هنا بعد.
staff-left = غادر
staff-groups = { $group ->
    [group] المجموعات
    [cohort] الدفعات
   *[class] الصفوف
}
staff-no-groups = { $group ->
    [group] لم تُسنَد أي مجموعة. ومن دون مجموعة
    [cohort] لم تُسنَد أي دفعة. ومن دون دفعة
   *[class] لم يُسنَد أي صف. ومن دون صف
} لا يرى المعلم أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
}.
staff-assign = إسناد
staff-end-group = إنهاء الإسناد
staff-leave-title = إنهاء العمل
staff-leave-text = ينتهي عمل { $name } هنا في هذا اليوم. بعده لا يفتح تسجيل الدخول شيئًا من هذا العمل، { $group ->
    [group] ولا تبقى أي مجموعة مسندة
    [cohort] ولا تبقى أي دفعة مسندة
   *[class] ولا يبقى أي صف مسندًا
}. ويبقى السجل حتى تنتهي مدته.
staff-leave = إنهاء العمل
staff-left-on = المغادرة في { $date }
staff-leave-oneself = هذا سجلك أنت. اطلب ذلك من مسؤول آخر.
employee-id-taken = هذا الرقم الوظيفي مستخدم من قبل. أدخل رقمًا آخر.

# المؤسسة والاتفاقية
institution-title = المؤسسة
institution-text = ترى الأسر هذه البيانات في صفحات الخصوصية وفي الخطابات.
institution-incomplete = هناك بيانات ناقصة: يحتاج الناس إلى رقم هاتف وشارع ومدينة للوصول إلى المؤسسة.
agreement-title = اتفاقية معالجة البيانات
agreement-version = الإصدار { $version }
agreement-open = لم تُقبل بعد. وحتى ذلك الحين لا يمكن تسجيل أي { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
}.
agreement-accepted = تم القبول بواسطة { $name } في { $date }.
agreement-text = تقرر المدرسة أي بيانات شخصية تُحفظ ولماذا، فهي المتحكمة في البيانات. وتحفظها المنصة نيابة عن المدرسة ووفق تعليماتها فقط، فهي المعالِجة. وكل طرف مسؤول عن الجزء الخاص به كما هو مبيّن هنا.
agreement-school = المدرسة مسؤولة عن
agreement-school-1 = أن يكون لها حق حفظ السجلات التي تُدخلها، بحكم القانون أو العقد أو الموافقة؛
agreement-school-2 = إبلاغ الأسر والموظفين، بإشعار الخصوصية الذي توفره المنصة؛
agreement-school-3 = طلب موافقة أولياء الأمور حيث تلزم، واحترام سحبها؛
agreement-school-4 = صحة السجلات، وتصحيحها حين يبيّن أحد أنها غير صحيحة؛
agreement-school-5 = تحديد من يحصل على حساب وبأي دور، وإنهائه بانتهاء العمل.
agreement-platform = المنصة مسؤولة عن
agreement-platform-1 = حفظ سجلات المدرسة منفصلة عن سجلات أي مدرسة أخرى، مشفّرة بمفتاح خاص بها؛
agreement-platform-2 = ألا يرى كل شخص إلا ما يسمح به دوره، مع حفظ سجل يبيّن من فعل ماذا؛
agreement-platform-3 = ألا تُستخدم السجلات إلا لأغراض المدرسة: لا إعلانات ولا ملفات تعريف ولا بيع؛
agreement-platform-4 = حذف كل سجل عند انتهاء مدته، وفي النسخ الاحتياطية أيضًا؛
agreement-platform-5 = إبلاغ المدرسة دون تأخير بأي خرق، ومساعدتها في طلبات أصحاب البيانات؛
agreement-platform-6 = إعادة جميع السجلات في النهاية، ثم إتلافها مع المفتاح.
agreement-accept-text = بقبولك تؤكد أن لك حق اتخاذ هذا القرار باسم المدرسة. يُحفظ اسمك والوقت.
agreement-accept = القبول باسم المدرسة
agreement-first = اقبل اتفاقية معالجة البيانات أولًا. يجدها المسؤول في صفحة «المؤسسة».

# ما ينبغي عمله
tasks-title = مهام
tasks-due = الموعد { $date }
tasks-overdue = متأخرة منذ { $date }
tasks-tick-off = تم الإنجاز
task-licence-ends = اطلب تجديد ترخيص

# مسؤولو التواصل والتراخيص
institution-export = تصدير
contacts-title = مسؤولو التواصل
contacts-text = يرى موظفو المكتب مسؤولي التواصل هنا. أما مسؤول حماية البيانات والممثل فيُذكران أيضًا، مع بيانات التواصل معهما، في صفحات الخصوصية العامة.
contacts-new-title = إضافة مسؤول تواصل
contacts-create = إضافة
contacts-edit-title = تصحيح بيانات مسؤول تواصل
contacts-remove = حذف
contacts-remove-title = حذف مسؤول تواصل
contacts-remove-text = حذف { $name } نهائي: لن يحتفظ بالاسم أي سجل ولا تاريخ ولا ملف لهذه المدرسة.
contacts-never = لم يُذكر أي مسؤول تواصل بعد.
contacts-ways = التواصل
contacts-address = العنوان
contacts-no-officer = لم يُذكر مسؤول لحماية البيانات. إذا كان على مؤسستك تعيينه فأضفه إلى مسؤولي التواصل؛ وحتى ذلك الحين يذكر سجل أنشطة المعالجة أنه لا يوجد.
contacts-function-none = اختر
contacts-function-general = الشؤون العامة
contacts-function-officer = مسؤول حماية البيانات
contacts-function-representative = الممثل في الاتحاد الأوروبي
contacts-function-finance = الشؤون المالية
contacts-function-safety = سلامة الأطفال
contacts-function-technical = الشؤون التقنية
licences-title = التراخيص
licences-text = { $n ->
    [zero] في يوم انتهاء الترخيص تطلب الصفحة الأولى للمسؤول تجديده.
    [one] قبل انتهاء الترخيص بيوم واحد تطلب الصفحة الأولى للمسؤول تجديده.
    [two] قبل انتهاء الترخيص بيومين تطلب الصفحة الأولى للمسؤول تجديده.
    [few] قبل انتهاء الترخيص بـ{ $n } أيام تطلب الصفحة الأولى للمسؤول تجديده.
    [many] قبل انتهاء الترخيص بـ{ $n } يومًا تطلب الصفحة الأولى للمسؤول تجديده.
   *[other] قبل انتهاء الترخيص بـ{ $n } يوم تطلب الصفحة الأولى للمسؤول تجديده.
}
licences-new-title = إضافة ترخيص
licences-create = إضافة
licences-edit-title = تعديل ترخيص
licences-remove = حذف
licences-remove-title = حذف ترخيص
licences-remove-text = حذف { $name } نهائي، ويشمل النسخة الممسوحة.
licences-never = لم يُسجَّل أي ترخيص بعد.
licences-no-end = بلا نهاية
licences-over = انتهى
licences-scan = النسخة الممسوحة

# الأسر والمتعلمون
family-record = ما تحتفظ به المدرسة
family-own-record = ما تحتفظ به المدرسة عنك
family-you = صلتك وصلاحياتك
family-others = أولياء الأمور الآخرون
family-correct = هل هناك شيء غير صحيح؟ أخبر مكتب المدرسة؛ يمكنك طلب التصحيح في أي وقت.

# الحقول
field-name = الاسم
field-call-name = الاسم الأول
field-infix = الجزء الأوسط من الاسم
field-surname = اسم العائلة
field-number = الرقم
field-number-hint = الرقم الذي تعطيه المدرسة، إن وُجد.
field-born = تاريخ الميلاد
field-gender = الجنس
field-nationality = الجنسية
field-postcode = الرمز البريدي
field-email = البريد الإلكتروني
field-phone = رقم الهاتف
field-enrolled-on = تاريخ الالتحاق
field-left-on = تاريخ المغادرة
field-left-on-hint = أفرغ هذا الحقل إذا سُجّلت المغادرة خطأً.
field-group = { $group ->
    [group] المجموعة
    [cohort] الدفعة
   *[class] الصف
}
field-household = الأسرة
field-relationship = صلة القرابة
field-sees = يحق له الاطلاع على السجل
field-books = يحق له حجز المواعيد
field-pays = يدفع الرسوم
field-picks-up = يحق له الاصطحاب من المدرسة
field-emergency-order = الترتيب بين جهات الاتصال عند الطوارئ
field-emergency-order-hint = رقم 1 يُتصل به أولًا. اتركه فارغًا إذا كان لا يُتصل به.
field-restricted-from = مُبعَد بأمر قضائي منذ
field-restricted-from-hint = من هذا اليوم لا يرى ولي الأمر شيئًا ولا يحق له الاصطحاب. لا يرفع ذلك أي استيراد؛ أنت وحدك ترفعه بإفراغ هذا الحقل.
field-group-name = الاسم
field-level = السنة الدراسية
field-level-hint = مثلًا 5، أو اتركه فارغًا.
field-title = المسمى الوظيفي
field-employee-id = الرقم الوظيفي
field-trade-name = الاسم التجاري
field-institution-email = البريد الإلكتروني للمؤسسة
field-institution-phone = رقم هاتف المؤسسة
field-street = الشارع والرقم
field-institution-postcode = الرمز البريدي
field-town = المدينة
field-latitude = خط العرض
field-latitude-hint = بالدرجات، والشمال موجب: 24.4539
field-longitude = خط الطول
field-longitude-hint = بالدرجات، والشرق موجب: 54.3773
field-function = الاختصاص
field-function-hint = ما الذي يُسأل عنه هذا الشخص.
field-licence-kind = نوع الترخيص
field-licence-kind-hint = مثلًا: ترخيص تشغيل مدرسة، السلامة من الحريق.
field-licence-number = رقم الترخيص
field-issuer = جهة الإصدار
field-valid-until = صالح حتى
field-valid-until-hint = آخر يوم يسري فيه. اتركه فارغًا إن لم تكن له نهاية.
field-scan = النسخة الممسوحة
field-scan-hint = ملف PDF أو JPEG أو PNG أو WebP لا يتجاوز 5 ميبيبايت. بعد التصحيح اختر الملف من جديد.
field-scan-goes = إزالة النسخة الممسوحة الحالية
field-roll-number = الرقم في القائمة
field-kept-until = يُحفظ حتى
field-ended-on = تاريخ الانتهاء
field-household-name = الاسم
field-household-name-hint = مثل اسم العائلة والشارع.

# ما يجب تصحيحه
name-missing = أدخل الاسم الأول أو اسم العائلة.
name-too-long = اختصر الاسم: الحد الأقصى لكل جزء { $limit } من الأحرف.
email-not-an-address = أدخل بريدًا إلكترونيًا مثل name@example.org.
phone-not-a-number = أدخل رقم هاتف بالأرقام فقط، مثل { "\u200E" }+31 6 1234 5678.
postcode-wrong = أدخل الرمز البريدي كما يُكتب في بلدك.
date-in-future = أدخل تاريخ اليوم أو تاريخًا قبله.
date-wrong = أدخل تاريخًا باليوم والشهر والسنة.
date-before-enrolment = أدخل يومًا لا يسبق يوم الالتحاق.
text-missing = املأ هذا الحقل.
text-too-long = اختصر النص: الحد الأقصى { $limit } من الأحرف.
choice-missing = اختر من القائمة.
emergency-order-wrong = أدخل رقمًا من 1 إلى 9، أو اترك الحقل فارغًا.
degrees-out-of-range = أدخل درجات بين { "\u2066" }-{ $limit }{ "\u2069" } و{ $limit }.
contact-out-of-reach = أدخل بريدًا إلكترونيًا أو رقم هاتف أو عنوانًا.
date-in-past = أدخل تاريخ اليوم أو تاريخًا بعده.
date-before-start = أدخل تاريخًا لا يسبق اليوم الأول.

# تم
done-student-created = تمت الإضافة.
done-student-changed = حُفظت البيانات.
done-student-moved = { $group ->
    [group] تغيّرت المجموعة.
    [cohort] تغيّرت الدفعة.
   *[class] تغيّر الصف.
}
done-student-left = سُجّلت المغادرة.
done-student-back = أُلغيت المغادرة.
done-student-placed = تغيّرت الأسرة.
done-guardian-added = أُضيف ولي الأمر.
done-guardian-changed = حُفظت البيانات.
done-edge-changed = حُفظت الصلاحيات.
done-edge-unlinked = أُلغي ربط ولي الأمر.
done-group-created = { $group ->
    [group] أُضيفت المجموعة.
    [cohort] أُضيفت الدفعة.
   *[class] أُضيف الصف.
}
done-group-assigned = { $group ->
    [group] أُسندت المجموعة.
    [cohort] أُسندت الدفعة.
   *[class] أُسند الصف.
}
done-group-ended = { $group ->
    [group] انتهى إسناد المجموعة.
    [cohort] انتهى إسناد الدفعة.
   *[class] انتهى إسناد الصف.
}
done-staff-created = تمت الإضافة.
done-staff-changed = حُفظت البيانات.
done-institution-changed = حُفظت بيانات المؤسسة.
done-agreement-accepted = قُبلت الاتفاقية.

nav-modules = الأقسام
modules-title = الأقسام
modules-intro = ما لا تحتاج إليه مدرستك لا يلزمها الاحتفاظ به. القسم المتوقف لا صفحات له ولا يسأل عن شيء ولا يحفظ شيئًا جديدًا. وما حفظه من قبل يبقى حتى تنتهي مدته.
modules-on = يعمل
modules-off = متوقف
modules-holds = يحتوي على: { $what }.
modules-switch-off = إيقاف { $module }
modules-switch-on = تشغيل { $module }
modules-unknown = لا يوجد قسم بهذا الاسم. اختر من القائمة.
modules-state = اختر التشغيل أو الإيقاف.
done-module-on = تم تشغيل القسم.
done-module-off = تم إيقاف القسم.
done-task-ticked-off = أُنجزت المهمة.
done-contact-created = أُضيف مسؤول التواصل.
done-contact-changed = حُفظت بيانات مسؤول التواصل.
done-contact-removed = حُذف مسؤول التواصل.
done-licence-created = أُضيف الترخيص.
done-licence-changed = حُفظ الترخيص.
done-licence-removed = حُذف الترخيص.
done-group-numbered = حُفظت الأرقام في القائمة.
done-group-over = سُجّل الانتهاء.
done-contacts-ordered = حُفظ الترتيب.
done-household-created = أُضيفت الأسرة.
done-staff-left = سُجّل انتهاء العمل.
done-staff-back = أُلغي تسجيل انتهاء العمل.
done-promoted = أُعدّ العام الدراسي القادم.

nav-statistics = الإحصاءات
statistics-title = الإحصاءات
statistics-intro = الأعداد بحسب الجنس. لا تُعدّ إلا المجموعات التي فيها { $n } أو أكثر، كي لا يُعرف أحد بعينه.
statistics-few = أقل من { $n }، أو كان الباقي أقل مما ينبغي: لا يُعرض.
statistics-where = المكان
statistics-school = المدرسة كلها
students-gender-leave = إبقاء المسجَّل كما هو
students-gender-remove = حذف المسجَّل
module-demographics = الجنس والجنسية
module-demographics-text = تُسجَّل إذا كان نوع المدرسة يحتفظ بها، منفصلة عن بقية السجل؛ وتُعدّ في مجموعات من عشرة أو أكثر.
emergency-keep = الاحتفاظ بها على هذا الهاتف يومًا واحدًا
emergency-kept = تبقى هذه الورقة على هذا الهاتف يومًا واحدًا وتُفتح دون اتصال، وتُحذف عند تسجيل الخروج.
# Postal addresses (C077)
address-title = العنوان البريدي
address-text = تُرسل الخطابات إلى هذا العنوان. أفرغ كل الحقول لإزالته.
address-none = لا يوجد عنوان بريدي مسجّل.
address-change = تغيير العنوان
done-address-kept = حُفظ العنوان.
field-address = العنوان البريدي
field-address-street = الشارع
field-house-number = رقم المنزل
field-house-addition = تتمة الرقم
field-house-addition-hint = مثل B أو رقم الشقة.
field-address-postcode = الرمز البريدي
field-city = المدينة أو البلدة
field-country-hint = حرفان لاتينيان: NL أو EE أو IN أو US.
street-missing = اكتب اسم الشارع.
house-number-missing = اكتب رقم المنزل.
house-number-wrong = يجب أن يبدأ رقم المنزل برقم. ضع الحروف في خانة «تتمة الرقم».
city-missing = اكتب اسم المدينة أو البلدة.
country-wrong = اكتب البلد بحرفين لاتينيين مثل NL.
history-corrected = قيمة غير صحيحة (محفوظة في الطلب فقط)

# الشعار
logo-title = الشعار
logo-text = يظهر في صفحة تسجيل الدخول ويراه الجميع. لا تُحفظ سوى نقاط الصورة، من دون مكان ولا تاريخ.
logo-upload = حفظ الشعار
logo-remove = إزالة الشعار
field-logo = اختر صورة
field-logo-hint = صورة JPEG أو PNG أو WebP لا تزيد على 5 ميغابايت.
field-logo-words = ما تُظهره الصورة، بالكلمات
field-logo-words-hint = يُقرأ لمن لا يرى الصورة. إذا تُرك فارغًا قُرئ اسم المؤسسة.
done-logo-changed = حُفظ الشعار.
done-logo-removed = أُزيل الشعار.
logo-never = لا يوجد شعار بعد.
logo-missing = اختر صورة.
