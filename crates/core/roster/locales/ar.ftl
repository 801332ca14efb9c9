nav-roster = الاستيراد
roster-title = استيراد القوائم
roster-upload = ملفات من نظام الإدارة لديك
roster-files = الملفات
roster-files-hint = ملف EdeXML، أو ملف CSV واحد أو أكثر يكمّل بعضها بعضًا. لا يُحفظ شيء قبل أن ترى ما الذي سيتغيّر.
roster-look = معاينة
roster-waiting = بانتظار قرار
roster-open = فتح
roster-no-file = اختر ملفًا واحدًا على الأقل.
roster-upload-broken = انقطع الرفع أو أن حجمه كبير جدًّا. اختر الملفات مرة أخرى.
roster-preview-title = ما الذي سيغيّره هذا الملف
roster-nothing-yet = لم يُحفظ شيء بعد. اقرأ ثم قرّر.
roster-same = بيانات المدرسة مطابقة لهذا الملف. لا شيء يلزم فعله.
roster-counts = الأعداد
roster-what = ماذا
roster-added = جديد
roster-changed = متغيّر
roster-leaving = مغادر
roster-students = { $student ->
    [child] الأطفال
    [pupil] التلاميذ
    [learner] المتعلّمون
   *[student] الطلاب
}
roster-guardians = أولياء الأمور
roster-staff = العاملون
roster-groups = المجموعات
roster-one-students = { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
}
roster-one-guardians = ولي أمر
roster-one-staff = أحد العاملين
roster-one-groups = مجموعة
roster-households = { $n ->
    [zero] لا أسر جديدة.
    [one] أسرة جديدة واحدة.
    [two] أسرتان جديدتان.
    [few] { $n } أسر جديدة.
    [many] { $n } أسرة جديدة.
   *[other] { $n } أسرة جديدة.
}
roster-reachable = لدى { $with } من أصل { $all } من أولياء الأمور بريد إلكتروني لتسجيل الدخول؛ ويمكن للبقية الحصول على رسالة فيها رمز.
roster-apply = حفظ هذه التغييرات
roster-cancel = حذف الملف
roster-problems = يرجى مراجعة هذه الأسطر
roster-left-out = مستبعد
roster-dropped = لا يُحفظ
roster-dropped-forbidden = { $n ->
    [zero] لا يجوز حفظ هذا هنا أبدًا، ولم يرد في أي سطر. وقد استُبعد.
    [one] لا يجوز حفظ هذا هنا أبدًا، وقد ورد في سطر واحد. وقد استُبعد.
    [two] لا يجوز حفظ هذا هنا أبدًا، وقد ورد في سطرين. وقد استُبعد.
    [few] لا يجوز حفظ هذا هنا أبدًا، وقد ورد في { $n } أسطر. وقد استُبعد.
    [many] لا يجوز حفظ هذا هنا أبدًا، وقد ورد في { $n } سطرًا. وقد استُبعد.
   *[other] لا يجوز حفظ هذا هنا أبدًا، وقد ورد في { $n } سطر. وقد استُبعد.
}
roster-dropped-undeclared = { $n ->
    [zero] ليس لهذه المدرسة غرض منه، ولم يرد في أي سطر. وقد استُبعد.
    [one] ليس لهذه المدرسة غرض منه، وقد ورد في سطر واحد. وقد استُبعد.
    [two] ليس لهذه المدرسة غرض منه، وقد ورد في سطرين. وقد استُبعد.
    [few] ليس لهذه المدرسة غرض منه، وقد ورد في { $n } أسطر. وقد استُبعد.
    [many] ليس لهذه المدرسة غرض منه، وقد ورد في { $n } سطرًا. وقد استُبعد.
   *[other] ليس لهذه المدرسة غرض منه، وقد ورد في { $n } سطر. وقد استُبعد.
}
roster-dropped-unknown = { $n ->
    [zero] لا نعرف هذا العمود، ولم يرد في أي سطر. اختر أدناه ما يعنيه، أو استبعده.
    [one] لا نعرف هذا العمود، وقد ورد في سطر واحد. اختر أدناه ما يعنيه، أو استبعده.
    [two] لا نعرف هذا العمود، وقد ورد في سطرين. اختر أدناه ما يعنيه، أو استبعده.
    [few] لا نعرف هذا العمود، وقد ورد في { $n } أسطر. اختر أدناه ما يعنيه، أو استبعده.
    [many] لا نعرف هذا العمود، وقد ورد في { $n } سطرًا. اختر أدناه ما يعنيه، أو استبعده.
   *[other] لا نعرف هذا العمود، وقد ورد في { $n } سطر. اختر أدناه ما يعنيه، أو استبعده.
}
roster-lines = بالتفصيل
roster-more = { $n ->
    [zero] ولا شيء غير ذلك.
    [one] وواحد آخر.
    [two] واثنان آخران.
    [few] و{ $n } غيرها.
    [many] و{ $n } غيرها.
   *[other] و{ $n } غيرها.
}
roster-was = كان
roster-now = الآن
roster-columns = ما يعنيه كل عمود
roster-file-about = عدد الأسطر: { $rows }، الترميز: { $encoding }، الفاصل: { $separator }
roster-tab = علامة الجدولة
roster-heading = العمود
roster-samples = مثلًا
roster-means = المعنى
roster-never = لا يُحفظ أبدًا
roster-ignore = استبعاد
roster-map = إعادة المعاينة
roster-place = { $file }، السطر { $row }
roster-place-column = { $file }، السطر { $row }، { $column }
roster-field-name = الاسم
roster-field-number = الرقم
roster-field-born = تاريخ الميلاد
roster-field-gender = الجنس
roster-field-nationality = الجنسية
roster-field-postcode = الرمز البريدي
roster-field-email = البريد الإلكتروني
roster-field-phone = رقم الهاتف
roster-field-left-on = تاريخ المغادرة
roster-field-employee-id = الرقم الوظيفي
roster-field-title = المسمى الوظيفي
roster-field-level = المرحلة الدراسية
roster-field-ended = تاريخ الانتهاء
done-roster-applied = حُفظت القوائم. أما الملف نفسه فلا يُحتفظ به.
done-roster-cancelled = حُذف الملف. لم يتغيّر شيء.
fault-missing = { $what ->
    [group] اسم المجموعة فارغ. املأه ثم استورد مرة أخرى.
    [surname] اسم العائلة فارغ. املأه ثم استورد مرة أخرى.
    [key] المعرّف فارغ. املأه ثم استورد مرة أخرى.
    [role] الدور فارغ. املأه ثم استورد مرة أخرى.
   *[other] الحقل «{ $what }» فارغ. املأه ثم استورد مرة أخرى.
}
fault-date = «{ $value }» ليس تاريخًا. اكتبه هكذا: { "\u200E" }2015-03-31.
fault-future = «{ $value }» تاريخ في المستقبل. صحّح التاريخ.
fault-postcode = «{ $value }» ليس رمزًا بريديًّا في هذا البلد. صحّحه.
fault-email = «{ $value }» ليس بريدًا إلكترونيًّا. صحّحه.
fault-phone = «{ $value }» ليس رقم هاتف. اكتبه مع رمز البلد، مثل { "\u200E" }+971.
fault-gender = لا نفهم «{ $value }» في خانة الجنس. اكتب f أو m أو x.
fault-duplicate = المعرّف «{ $value }» مستخدم من قبل في السطر { $row }. أعطِ كل شخص معرّفًا خاصًّا به.
fault-group = لا توجد مجموعة باسم «{ $value }» في هذه الملفات. أضفها، أو صحّح الاسم.
fault-student = لا يوجد { $student ->
    [child] طفل
    [pupil] تلميذ
    [learner] متعلّم
   *[student] طالب
} بالمعرّف «{ $value }» في هذه الملفات. أضف السطر، أو صحّح المعرّف.
fault-ragged = عدد الخانات في هذا السطر { $found }، وفي سطر العناوين { $expected }. ابحث عن فاصل زائد.
fault-encoding = بعض حروف هذا السطر لا يمكن قراءتها. احفظ الملف بترميز UTF-8.
fault-formula = يبدأ هذا مثل معادلة في جدول بيانات. يُحفظ نصًّا عاديًّا.
fault-schema = «{ $value }» أحدث من المخطط المنشور. ومع ذلك فقد قُرئ.
fault-long = عدد الأحرف هنا { $length }؛ وأكبر عدد يمكن حفظه { $limit }.
refusal-empty = الملف { $file } فارغ. صدّره مرة أخرى.
refusal-large = الملف { $file } أكبر من { $limit } ميبيبايت. قسّمه.
refusal-doctype = الملف { $file }، السطر { $line }: يصرّح الملف بنوع مستند أو بكيانات، وهذه قد تُستغل في الهجمات. صدّره مرة أخرى من دونها.
refusal-xml = الملف { $file }، السطر { $line }: صيغة XML هنا غير سليمة ({ $reason }). صدّره مرة أخرى.
refusal-root = الملف { $file } بصيغة XML لكنه ليس EdeXML: يبدأ بـ «{ $root }». اختر ملف التصدير بصيغة EdeXML.
refusal-text = الملف { $file } ليس نصًّا ولا صيغة نعرفها. احفظ جداول البيانات بصيغة CSV.
refusal-header = الملف { $file }: لا يوجد عنوان يبيّن العمود الذي فيه الأسماء. أضف سطرًا أول فيه عناوين مثل «الاسم الأول» و«اسم العائلة».

module-roster = ملفات القوائم
module-roster-text = يُدخل الأشخاص والعائلات والمجموعات من ملفات نظام آخر، بعد معاينة.
