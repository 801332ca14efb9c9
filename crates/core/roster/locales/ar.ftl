nav-roster = الاستيراد
roster-title = استيراد القوائم
roster-upload = ملفات من نظام الإدارة لديك
roster-files = الملفات
roster-files-hint = ملف EdeXML، أو ملفات OneRoster 1.1 أو 1.2 (الملفات نفسها أو أرشيف zip)، أو ملف CSV واحد أو أكثر يكمّل بعضها بعضًا. لا يُحفظ شيء قبل أن ترى ما الذي سيتغيّر.
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
roster-sharing = { $n ->
    [zero] ولا أحد يشارك غيره عنوانه.
    [one] ولواحد آخر عنوان يستخدمه غيره أيضًا؛ والعنوان يفتح حسابًا واحدًا.
    [two] ولاثنين آخرين عنوان يستخدمه غيرهما أيضًا؛ والعنوان يفتح حسابًا واحدًا.
    [few] ولـ { $n } آخرين عنوان يستخدمه غيرهم أيضًا؛ والعنوان يفتح حسابًا واحدًا.
    [many] ولـ { $n } آخرين عنوان يستخدمه غيرهم أيضًا؛ والعنوان يفتح حسابًا واحدًا.
   *[other] ولـ { $n } آخرين عنوان يستخدمه غيرهم أيضًا؛ والعنوان يفتح حسابًا واحدًا.
}
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
roster-dropped-table = { $n ->
    [zero] لا شيء هنا عن أشخاص أو مجموعات نعرفه.
    [one] لا شيء هنا عن أشخاص أو مجموعات نعرفه؛ ولم يُقرأ سطره الوحيد.
    [two] لا شيء هنا عن أشخاص أو مجموعات نعرفه؛ ولم يُقرأ سطراه.
    [few] لا شيء هنا عن أشخاص أو مجموعات نعرفه؛ ولم تُقرأ أسطره الـ { $n }.
    [many] لا شيء هنا عن أشخاص أو مجموعات نعرفه؛ ولم تُقرأ أسطره الـ { $n }.
   *[other] لا شيء هنا عن أشخاص أو مجموعات نعرفه؛ ولم تُقرأ أسطره الـ { $n }.
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
roster-field-key = المعرّف
roster-field-reference = { $student ->
    [child] معرّف الطفل أو المستخدم
    [pupil] معرّف التلميذ أو المستخدم
    [learner] معرّف المتعلّم أو المستخدم
   *[student] معرّف الطالب أو المستخدم
}
roster-field-related = معرّف ولي الأمر
roster-field-call-name = الاسم الأول
roster-field-infix = بادئة اسم العائلة
roster-field-surname = اسم العائلة
roster-field-full-name = الاسم الكامل
roster-field-group = المجموعة
roster-field-group-key = معرّف المجموعة
roster-field-section = الشعبة
roster-field-mentor = معلّم المجموعة
roster-field-role = الدور
roster-field-relationship = صلة القرابة
roster-slot-guardian1 = ولي الأمر الأول
roster-slot-guardian2 = ولي الأمر الثاني
roster-slot-guardian3 = ولي الأمر الثالث
roster-slot-guardian4 = ولي الأمر الرابع
roster-slot-father = الأب
roster-slot-mother = الأم
roster-slot-part = { $who }: { $what }
roster-import-title = الاستيراد
roster-import-about = { $when }، { $who }
roster-by-shell = سطر الأوامر
roster-earlier = عمليات استيراد سابقة
roster-state-running = جارٍ
roster-state-done = حُفظ
roster-state-cancelled = أُوقف. لم يُحفظ شيء.
roster-state-failed = أخفق. لم يُحفظ شيء.
roster-state-interrupted = انقطع. لم يُحفظ شيء.
roster-failed-refused = تعذّرت قراءة الملفات. لم يُحفظ شيء. عاينها مرة أخرى قبل أن تقرّر.
roster-failed-conflict = لم تكن المدرسة مهيّأة لذلك: لم تُقبل الاتفاقية بعد، أو أن رقمًا ما يخص شخصًا آخر. لم يُحفظ شيء.
roster-failed-busy = استغرق تغيير آخر وقتًا طويلًا. لم يُحفظ شيء. حاول مرة أخرى بعد قليل.
roster-failed-fault = خلل في الجهاز أو في البرنامج. لم يُحفظ شيء. يجد المضيف السبب في السجل.
roster-step-reading = تُقرأ الملفات
roster-step-comparing = تُقارن بما في المدرسة
roster-step-storing = تُحفظ
roster-looks-again = تُحدَّث هذه الصفحة كل ثانيتين.
roster-look-still = إيقاف التحديث
roster-look-again = التحديث كل ثانيتين
roster-stop = إيقاف الاستيراد وحذف الملفات
roster-stopped = أُوقف الاستيراد. لم يُحفظ شيء.
roster-already-running = يجري الآن استيراد آخر لهذه المدرسة. انتظر حتى ينتهي، أو أوقفه.
done-roster-applied = حُفظت القوائم. أما الملف نفسه فلا يُحتفظ به.
done-roster-cancelled = حُذف الملف. لم يتغيّر شيء.
fault-missing = { $what ->
    [group] اسم المجموعة فارغ. املأه ثم استورد مرة أخرى.
    [surname] لا يوجد اسم هنا. املأه ثم استورد مرة أخرى.
    [key] لا يوجد معرّف يميّز هذا السطر عن غيره. املأه ثم استورد مرة أخرى.
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
fault-number = الرقم «{ $value }» يخص شخصًا آخر. استُبعد؛ أعطِ كل شخص رقمًا خاصًّا به.
fault-order = يوجد أمر قضائي بشأن ولي أمر لهذا الطفل لا يذكره هذا الملف. تحقّق هل «{ $value }» هو الشخص نفسه قبل أن تحفظ.
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
measure-uploads = تنتظر القائمة المرفوعة في ملف المدرسة المشفَّر، وتُنسى بعد { $n } ساعة على الأكثر.

roster-export = أخذ القوائم معك
roster-export-text = ملف zip واحد بصيغة OneRoster 1.2: من هو هنا اليوم، ومجموعات اليوم، وأي وليّ أمر يتبع مَن، مع عناوين البريد وأرقام الهاتف وتواريخ الميلاد بقدر ما تحتفظ به المدرسة. ولا يشمل الصلات التي قيّدها حكم قضائي أو قيّدتها الإدارة. احفظ الملف بالعناية نفسها التي تحفظ بها السجلات.
roster-export-get = تنزيل
roster-undo = التراجع عن هذا الاستيراد
roster-undo-hint = يعيد ما غيّره هذا الاستيراد. وما غيّره أحد أو استعمله بعد ذلك يبقى كما هو ويُذكر في قائمة.
roster-undo-until = ممكن حتى { $when }.
roster-undo-late = لم يعد التراجع عن هذا الاستيراد ممكنًا: سبق التراجع عنه، أو مضى عليه يوم.
roster-state-undone = تم التراجع. أُعيد ما كان قد تغيّر.
roster-step-undoing = إعادة ما كان
roster-left = بقي كما هو
roster-left-changed = تغيّر بعد الاستيراد
roster-left-account = صار له حساب
roster-left-appointment = صار له موعد
roster-left-linked = ربطته الإدارة أو وضعته في مكان بعد ذلك
roster-left-used = صار مستعملًا في موضع آخر
roster-left-taken = صار الرقم لشخص آخر
roster-dropped-unread = { $n ->
    [zero] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم يُقرأ.
    [one] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم يُقرأ سطره الوحيد.
    [two] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم يُقرأ سطراه.
    [few] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم تُقرأ أسطره الـ{ $n }.
    [many] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم يُقرأ { $n } سطرًا فيه.
   *[other] ليس لدى المدرسة غرض لما في مثل هذا الملف؛ فلم يُقرأ { $n } سطر فيه.
}
fault-person = لا أحد بالمفتاح «{ $value }» معروف هنا أو في هذه الملفات. أضف السطر، أو صحّح المفتاح.
fault-role = «{ $value }» ليست كلمة تعرفها هذه الصيغة هنا. صحّحها.
fault-later = يبدأ هذا في { $value } ويُترك حتى ذلك الحين. استورد مرة أخرى ابتداءً من ذلك اليوم.
fault-childless = لا طفل في هذه الملفات يتبع وليّ الأمر هذا. املأ agentSourcedIds، أو احذف السطر.
fault-manifest = الملف manifest.csv غير موجود. قُرئت الملفات على أنها المدرسة كلها: من ليس فيها يغادر. فإن كانت تحوي تغييرات فقط، فصدّرها مرة أخرى مع ملفها manifest.
refusal-archive = { $why ->
    [encrypted] الملف { $file } محميّ بكلمة مرور. صدّره مرة أخرى من دونها.
    [nested] الملف { $file } فيه مجلدات أو روابط أو أرشيف آخر. ضع الملفات نفسها في الأرشيف.
    [many] الملف { $file } فيه ملفات أكثر مما ينبغي. ضع فيه ملفات تسليم واحد فقط.
    [bomb] الملف { $file } يكبر عند فتحه إلى أكثر من حجمه بكثير كما في الهجمات. لم يُقرأ؛ صدّره مرة أخرى.
    [large] الملف { $file } كبير جدًّا بعد فتحه. قسّم التسليم.
   *[broken] تعذّر فتح الملف { $file }: الأرشيف تالف. صدّره مرة أخرى.
}
refusal-promised = الملف { $file } يَعِد بالملف { $missing } وهو غير موجود. أضفه، أو صدّر مرة أخرى.
refusal-version = الملف { $file } يذكر الإصدار «{ $version }». نقرأ OneRoster 1.1 و1.2؛ اختر أحدهما عند التصدير.
refusal-column = الملف { $file }: العمود { $column } ناقص. صدّر مرة أخرى بكل أعمدة المعيار.
refusal-key = الملف { $file }: المفاتيح في { $column } أرقام هوية، ولا يجوز حفظها. صدّر مرة أخرى بمفاتيح أخرى.
measure-undo = طريقة التراجع عن الاستيراد محفوظة في ملف المدرسة المشفّر، وتُنسى بعد مرور { $n } من الساعات.
