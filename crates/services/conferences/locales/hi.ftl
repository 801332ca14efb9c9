# अभिभावक-शिक्षक बैठकें
nav-conferences = अभिभावक-शिक्षक बैठकें
nav-conferences-own = मेरी मुलाक़ातें
nav-conferences-family = शिक्षकों से मिलें
conf-title = अभिभावक-शिक्षक बैठकें
conf-never = अभी कोई अभिभावक-शिक्षक बैठक तय नहीं है।
conf-new-title = अभिभावक-शिक्षक बैठक तय करें
conf-create = दिन चुनने के लिए आगे बढ़ें
conf-edit-title = विवरण बदलें
conf-state = स्थिति
conf-state-draft = तैयारी में
conf-state-before = घोषित
conf-state-open = बुकिंग खुली है
conf-state-closed = बुकिंग बंद हो गई
conf-opens = बुकिंग खुलने का समय: { $moment }।
conf-closes = { $moment } तक बुक करें।
conf-has-closed = बुकिंग बंद हो चुकी है: { $moment }।
conf-day = { $weekday }, { $date }
conf-moment = { $day }, { $time }
conf-weekday-1 = सोमवार
conf-weekday-2 = मंगलवार
conf-weekday-3 = बुधवार
conf-weekday-4 = गुरुवार
conf-weekday-5 = शुक्रवार
conf-weekday-6 = शनिवार
conf-weekday-7 = रविवार
conf-zone-none = समय क्षेत्र चुनें
conf-closes-early = बुकिंग खुलने के बाद ही बंद हो सकती है। बाद का समय चुनें।
conf-moment-wrong = दिन और समय लिखें।
conf-time-wrong = समय लिखें, जैसे 18:30।
conf-minutes-wrong = { $least } से { $most } तक मिनटों की संख्या लिखें।
conf-to-round = सारांश पर लौटें
conf-days = दिन और समय
conf-days-title = दिन और समय
conf-days-none = अभी कोई दिन नहीं है। पहला जोड़ें।
conf-hours-add-title = दिन जोड़ें
conf-hours-add = जोड़ें
conf-hours-overlap = यह समय उसी दिन के किसी दूसरे समय से टकराता है। दूसरा समय चुनें, या पहले उसे हटाएँ।
conf-hours-many = एक अभिभावक-शिक्षक बैठक में अधिकतम { $limit } समय-खंड हो सकते हैं। पहले एक हटाएँ।
conf-until-early = अंत शुरुआत के बाद होना चाहिए।
conf-times = { $n ->
    [one] { $n } समय
   *[other] { $n } समय
}
conf-remove = हटाएँ
conf-round-booked = किसी ने पहले ही बुक कर लिया है, इसलिए समय नहीं बदल सकते। पहले वे मुलाक़ातें रद्द करें और परिवारों को बताएँ।
conf-not-ready = पहले कम से कम एक दिन और एक शिक्षक जोड़ें। तब परिवार इसे देख सकेंगे।
conf-next = आगे क्या करना है
conf-need-days = दिन और समय तय करें
conf-need-teachers = शिक्षक चुनें
conf-need-publish = परिवारों को दिखाएँ
conf-need-publish-text = वे आपके तय किए समय से बुक कर सकते हैं।
conf-publish = परिवारों को दिखाएँ
conf-hide = परिवारों से छिपाएँ
conf-hide-text = मुलाक़ातें वैसी ही रहेंगी।
conf-tile-booked = { $n ->
    [0] मुलाक़ातें
    [one] मुलाक़ात
   *[other] मुलाक़ातें
}
conf-tile-free = { $n ->
    [one] खाली समय
   *[other] खाली समय
}
conf-tile-missing = अभी बिना मुलाक़ात के
conf-grid = कौन किससे मिलेगा
conf-teacher = शिक्षक
conf-teachers-title = भाग लेने वाले शिक्षक
conf-teachers-count = { $n ->
    [one] { $n } शिक्षक
   *[other] { $n } शिक्षक
}
conf-teachers-none = अभी कोई भाग नहीं ले रहा।
conf-teachers-add = शिक्षक जोड़ें
conf-teachers-all = वे सभी शिक्षक जिनके पास { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} है
conf-teachers-of = { $name } के सभी शिक्षक
conf-choose = चुनें
conf-teacher-title = कमरा और विराम
conf-teacher-booked = इस शिक्षक के साथ परिवारों की मुलाक़ातें हैं। पहले उन्हें रद्द करें और परिवारों को बताएँ; तब शिक्षक को हटा सकते हैं।
conf-in-room = कमरा { $room }
conf-pauses = उपलब्ध नहीं
conf-pauses-text = विराम, देर से आने या जल्दी जाने के समय चुनें। परिवार इन्हें बुक नहीं कर सकते।
conf-pause = विराम
conf-pause-booked = इनमें से एक समय बुक हो चुका है। पहले वह मुलाक़ात रद्द करें और परिवार को बताएँ।
conf-booked = बुक हो चुका
conf-book = बुक करें
conf-book-title = परिवार के लिए बुक करें
conf-book-text = { $teacher } के साथ। कोई संदेश नहीं जाता: परिवार को स्वयं बताएँ।
conf-party = { $child }, साथ में { $guardian }
conf-party-alone = { $child }, बुक करने का अधिकार रखने वाला कोई अभिभावक दर्ज नहीं
conf-cancel = मुलाक़ात रद्द करें
conf-cancel-title = मुलाक़ात रद्द करें
conf-cancel-text = { $child } और { $teacher }: { $moment }। समय तुरंत फिर खाली हो जाएगा। कोई संदेश नहीं जाता: परिवार को स्वयं बताएँ।
conf-doubtful = जाँचें
conf-doubtful-text = इसे जाँचें: { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} विद्यालय छोड़ चुका है, या अभिभावक अब बुक नहीं कर सकते।
conf-missing-title = किसने अभी बुक नहीं किया
conf-missing-none = सबकी मुलाक़ात तय है।
conf-has-booked = बुक किया
conf-not-yet = अभी नहीं
conf-print-title = शिक्षकों के पन्ने
conf-doors-title = दरवाज़ों की सूचियाँ
conf-print-text = यह पृष्ठ छापें: हर शिक्षक अलग पन्ने पर आएगा।
conf-time = समय
conf-day-word = दिन
conf-child = किसके बारे में
conf-with = कौन आएगा
conf-own-title = मेरी मुलाक़ातें
conf-own-none = आप किसी अभिभावक-शिक्षक बैठक में भाग नहीं ले रहे।
conf-calendar = मेरे कैलेंडर में डालें
conf-calendar-file = appointments
conf-family-title = शिक्षकों से मिलें
conf-family-none = अभी बुक करने के लिए कोई अभिभावक-शिक्षक बैठक नहीं है। होने पर विद्यालय बताएगा।
conf-no-teacher = इस { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} का कोई शिक्षक भाग नहीं ले रहा।
conf-group-room = { $class }, कमरा { $room }
conf-propose-text = जिन शिक्षकों से मिलना है उन्हें चुनें। हम आपके सभी बच्चों की मुलाक़ातें एक ही शाम, कम समय में सुझाएँगे; निर्णय आपका है।
conf-propose = योजना सुझाएँ
conf-choose-time = समय चुनें
conf-change = बदलें या रद्द करें
conf-full = इस शिक्षक के पास कोई समय खाली नहीं है। विद्यालय के कार्यालय से पूछें।
conf-others = किसी दूसरे अभिभावक की इस शिक्षक के साथ मुलाक़ात तय है।
conf-instead = पास के खाली समय:
conf-choose-some = कम से कम एक और अधिकतम { $limit } शिक्षक चुनें।
conf-slot-taken = किसी और ने पल भर पहले यह समय ले लिया। दूसरा समय चुनें।
conf-slot-gone = यह समय अब उपलब्ध नहीं है। दूसरा समय चुनें।
conf-overlap = उस समय आपकी दूसरी मुलाक़ात है। दूसरा समय चुनें।
conf-already-booked = इस { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} के बारे में इस शिक्षक के साथ आपकी मुलाक़ात पहले से है। उसी को बदलें।
conf-not-open = बुकिंग अभी नहीं खुली है। खुलने पर वापस आएँ।
conf-closed = बुकिंग बंद हो गई है। कुछ बदलना हो तो विद्यालय के कार्यालय को फ़ोन करें।
conf-proposal-title = आपके लिए एक योजना
conf-proposal-text = अभी कुछ बुक नहीं हुआ है। पढ़ें, फिर सब एक साथ बुक करें।
conf-book-all = { $n ->
    [one] यह मुलाक़ात बुक करें
   *[other] सभी { $n } मुलाक़ातें बुक करें
}
conf-leave-it = स्वयं चुनें
conf-unmet = कोई समय नहीं मिला
conf-unmet-text = इनके लिए कोई खाली समय बाकी के साथ मेल नहीं खाता। स्वयं चुनें, या किसी और को छोड़ दें।
conf-plan-title = आपकी योजना
conf-plan-none = आपकी अभी कोई मुलाक़ात नहीं है।
field-round-name = नाम
field-round-name-hint = जैसा परिवार पढ़ेंगे: शरद ऋतु की बैठकें।
field-opens-at = बुकिंग खुलेगी
field-closes-at = बुकिंग बंद होगी
field-slot-minutes = एक मुलाक़ात के मिनट
field-travel-minutes = कमरों के बीच चलने के मिनट
field-travel-minutes-hint = सुझाई गई योजना दो मुलाक़ातों के बीच इतना समय छोड़ती है।
field-round-zone = समय क्षेत्र
field-conf-day = दिन
field-conf-from = कब से
field-conf-until = कब तक
field-conf-until-hint = सबके लिए विराम चाहिए तो वही दिन दो बार जोड़ें।
field-conf-room = कमरा
field-chosen-teachers = कौन
field-book-start = समय
field-booked-for = किसके लिए
field-cancel-reason = कारण
field-cancel-reason-hint = कुछ शब्दों में, या खाली छोड़ दें।
done-round-created = दर्ज हो गया। अब दिन जोड़ें।
done-round-changed = बदल दिया गया।
done-round-published = अब यह परिवारों को दिखता है।
done-round-hidden = अब यह परिवारों को नहीं दिखता।
done-hours-added = जोड़ दिया गया।
done-hours-removed = हटा दिया गया।
done-teachers-added = जोड़ दिया गया।
done-teacher-changed = सहेजा गया।
done-teacher-removed = हटा दिया गया।
done-booked = बुक हो गया।
done-moved = बदल दिया गया। पुराना समय फिर खाली है।
done-cancelled = रद्द कर दिया गया। समय फिर खाली है।
done-plan-booked = सब बुक हो गया। यह आपकी योजना है।

module-conferences = अभिभावक-शिक्षक बैठकें
module-conferences-text = बैठकों के दौर, जिनमें परिवार शिक्षकों से मिलने का समय बुक करते हैं।
