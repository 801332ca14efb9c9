# विद्यालय: नेविगेशन और पहला पृष्ठ
nav-home = मुखपृष्ठ
nav-students = { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
nav-groups = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षाएँ
}
nav-guardians = अभिभावक
nav-households = परिवार
nav-staff = कर्मचारी
nav-institution = संस्था
home-title = मुखपृष्ठ
home-greeting = स्वागत है, { $name }
home-needs = आपके लिए बाकी काम
home-numbers = आज की संख्याएँ
home-import = नामावली आयात करें
home-open = खोलें
home-tile-students = { $n ->
    [0] { $student ->
        [child] बच्चे
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
    [one] { $student ->
        [child] बच्चा
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
   *[other] { $student ->
        [child] बच्चे
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
}
home-tile-groups = { $n ->
    [0] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षाएँ
    }
    [one] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षा
    }
   *[other] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षाएँ
    }
}
home-tile-guardians = अभिभावक
home-tile-staff = कर्मचारी
home-need-agreement = डेटा प्रसंस्करण समझौता स्वीकार करें
home-need-agreement-text = जब तक कोई प्रशासक इसे स्वीकार नहीं करता, किसी { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} का रिकॉर्ड नहीं लिखा जा सकता।
home-need-agreement-button = पढ़ें और स्वीकार करें
home-need-roster = अपनी नामावली लाएँ
home-need-roster-text = यहाँ अभी कोई नहीं है। अपनी प्रशासन प्रणाली से फ़ाइल आयात करें।
home-need-roster-button = नामावली आयात करें
home-need-institution = संस्था का विवरण पूरा करें
home-need-institution-text = परिवारों को आप तक पहुँचने के लिए पता, फ़ोन नंबर और ई-मेल पता चाहिए।
home-need-institution-button = भरें
home-groups = { $group ->
    [group] आपके समूह
    [cohort] आपके बैच
   *[class] आपकी कक्षाएँ
}
home-groups-none = { $group ->
    [group] अभी आपको कोई समूह नहीं सौंपा गया है। समूह कार्यालय सौंपता है।
    [cohort] अभी आपको कोई बैच नहीं सौंपा गया है। बैच कार्यालय सौंपता है।
   *[class] अभी आपको कोई कक्षा नहीं सौंपी गई है। कक्षाएँ कार्यालय सौंपता है।
}
home-children = आपके बच्चे
home-children-none = आपसे कोई बच्चा जुड़ा नहीं है। विद्यालय के कार्यालय से पूछें।
home-officer = डेटा संरक्षण
home-officer-text = यह विद्यालय क्या रखता है, क्यों और कब तक।
home-officer-notice = गोपनीयता सूचना
home-officer-records = प्रसंस्करण का रजिस्टर

# सूचियाँ और फ़ॉर्म
crumbs-label = आप यहाँ हैं
list-name = नाम
list-search = नाम से खोजें
list-show = दिखाएँ
list-clear = खोज हटाएँ
list-pages = पृष्ठ
list-page = पृष्ठ { $page }, कुल { $last }
list-earlier = पिछला
list-later = अगला
form-save = सहेजें
history-title = क्या बदला
history-field = फ़ील्ड
history-change = बदलाव
history-when = कब
history-was = पहले
history-now = अब
history-nothing = कुछ नहीं
history-yes = हाँ
history-no = नहीं
history-by = किसने
history-by-shell = कमांड लाइन
history-by-gone = एक खाता जो अब नहीं है

# विद्यार्थी
students-title = { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
students-count = { $n } { $n ->
    [0] { $student ->
        [child] बच्चे
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
    [one] { $student ->
        [child] बच्चा
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
   *[other] { $student ->
        [child] बच्चे
        [pupil] विद्यार्थी
        [learner] शिक्षार्थी
       *[student] छात्र
    }
}
students-new-title = { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} जोड़ें
students-create = जोड़ें
students-edit-title = विवरण सुधारें
students-details = विवरण
students-groups = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षाएँ
}
students-no-group = किसी { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} में नहीं
students-every-group = { $group ->
    [group] सभी समूह
    [cohort] सभी बैच
   *[class] सभी कक्षाएँ
}
students-standing = कौन
students-standing-here = अभी यहाँ
students-standing-left = जा चुके
students-standing-all = सभी
students-narrowed = इस खोज से कोई नहीं मिला।
students-never = यहाँ अभी कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} नहीं है। नामावली आयात करें या हाथ से जोड़ें।
students-all-left = अभी यहाँ कोई नहीं है; सभी जा चुके हैं।
students-left = जा चुके
students-left-on = { $date } को विद्यालय छोड़ा
students-born = { $date }, { $age }
students-age = { $n } वर्ष
students-basis = रखने का आधार
students-gender-none = दर्ज नहीं
students-gender-female = महिला
students-gender-male = पुरुष
students-gender-other = अन्य
students-move-title = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} बदलें
students-move-text = { $group ->
    [group] नया समूह आज से लागू होगा। पुराना आज समाप्त होगा और इतिहास में रहेगा।
    [cohort] नया बैच आज से लागू होगा। पुराना आज समाप्त होगा और इतिहास में रहेगा।
   *[class] नई कक्षा आज से लागू होगी। पुरानी आज समाप्त होगी और इतिहास में रहेगी।
}
students-move = बदलें
students-leave-title = विद्यालय छोड़ना दर्ज करें
students-leave-text = { $name } इस दिन विद्यालय छोड़ेंगे। इसके बाद शिक्षकों को रिकॉर्ड नहीं दिखेगा; कार्यालय उसे अवधि पूरी होने तक रखेगा।
students-leave = छोड़ना दर्ज करें
students-not-kept = इसे खाली छोड़ें: आपके विद्यालय ने इसे न रखने का निर्णय लिया है।
student-number-taken = किसी और { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} का यही नंबर है। दूसरा नंबर लिखें।

# अभिभावक और उनके अधिकार
guardians-title = अभिभावक
guardians-count = { $n } अभिभावक
guardians-narrowed = इस खोज से कोई अभिभावक नहीं मिला।
guardians-never = यहाँ अभी कोई अभिभावक नहीं है। वे नामावली के साथ आते हैं, या { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} के पृष्ठ से जोड़े जाते हैं।
guardians-add-title = अभिभावक जोड़ें
guardians-add = जोड़ें
guardians-edit-title = विवरण सुधारें
guardians-contact = संपर्क
guardians-no-contact = कोई संपर्क विवरण दर्ज नहीं है।
guardians-children = इस अभिभावक से जुड़े { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
guardians-no-children = इस अभिभावक से कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} जुड़ा नहीं है।
guardians-none-of-student = कोई अभिभावक दर्ज नहीं है।
guardians-emergency = आपात स्थिति में
guardians-collects = घर ले जाना
guardians-collects-yes = घर ले जा सकते हैं
guardians-collects-no = घर नहीं ले जा सकते
edges-title = इस अभिभावक के अधिकार
edges-rights = अधिकार
edges-change = बदलें
edges-between = { $child } के लिए { $guardian }
edges-sees = रिकॉर्ड देखना
edges-books = मुलाक़ात बुक करना
edges-pays = भुगतान करना
edges-picks-up = घर ले जाना
edges-emergency = आपातकालीन संपर्क { $n }
edges-restricted = { $date } से न्यायालय का आदेश
edges-relationship-none = दर्ज नहीं
edges-relationship-mother = माता
edges-relationship-father = पिता
edges-relationship-guardian = अभिभावक
edges-relationship-other = अन्य
edges-unlink = संबंध हटाएँ
edges-unlink-title = अभिभावक का संबंध हटाएँ
edges-unlink-text = अगले क्लिक से { $guardian } को { $child } के बारे में कुछ नहीं दिखेगा। अभिभावक का अपना रिकॉर्ड बना रहेगा।
way-in-title = खाते तक पहुँच
way-in-text = खाता बनाने का निमंत्रण भेजें, या कोड वाला पत्र छापें।
way-in-invite = ई-मेल से निमंत्रण भेजें
way-in-letter = पत्र छापें
way-in-no-email = कोई ई-मेल पता दर्ज नहीं है, इसलिए केवल पत्र संभव है।
groups-letters = परिवारों को पत्र

# आपातकालीन सूचियाँ
emergency-title = आपातकालीन सूची
emergency-made = { $date } की स्थिति
emergency-text = यह पृष्ठ छापें, इसे { $student ->
    [child] बच्चों
    [pupil] विद्यार्थियों
    [learner] शिक्षार्थियों
   *[student] छात्रों
} की देखभाल करने वालों के पास रखें और नई सूची आने पर इसे नष्ट कर दें।
emergency-call = इस क्रम में फ़ोन करें
emergency-nobody = कोई आपातकालीन संपर्क तय नहीं है
emergency-no-phone = कोई फ़ोन नंबर दर्ज नहीं है
emergency-trip-title = यात्रा की आपातकालीन सूची
emergency-trip = यात्रा के लिए: चुनें कि कौन जाएगा
emergency-trip-who = कौन जाएगा
emergency-trip-show = केवल इन्हें दिखाएँ
emergency-trip-all = सबको दिखाएँ
emergency-order-title = आपातकालीन संपर्कों का क्रम
emergency-place = क्रम
emergency-place-of = { $name } का क्रम
emergency-place-wrong = { $name }: 1 से 9 तक की संख्या लिखें या फ़ील्ड खाली छोड़ें।
emergency-place-twice = { $name }: यह क्रम लिया जा चुका है। हर संपर्क को अलग क्रम दें।

# परिवार
households-title = परिवार
households-count = { $n } परिवार
households-narrowed = इस खोज से कोई परिवार नहीं मिला।
households-never = यहाँ अभी कोई परिवार नहीं है। वे नामावली के साथ आते हैं।
households-members = इस परिवार में
households-empty = इस परिवार में अब कोई नहीं है।
households-siblings = इसी परिवार में और
households-none = किसी परिवार में नहीं
households-own = अलग परिवार
households-place-title = परिवार बदलें
households-place-text = एक परिवार के लोग साथ में साइन इन करते हैं। यहाँ चुनने के बाद आयात इसे नहीं बदलेगा।
households-place = यहाँ रखें
households-new-title = परिवार जोड़ें
households-create = जोड़ें
households-nobody-yet = इस परिवार में अभी कोई नहीं है।
households-add-title = किसी को इस परिवार में रखें

# समूह
groups-title = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षाएँ
}
groups-count = { $n } { $n ->
    [0] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षाएँ
    }
    [one] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षा
    }
   *[other] { $group ->
        [group] समूह
        [cohort] बैच
       *[class] कक्षाएँ
    }
}
groups-new-title = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} जोड़ें
groups-create = जोड़ें
groups-year = शैक्षणिक वर्ष
groups-teachers = शिक्षक
groups-no-teachers = अभी कोई शिक्षक नियुक्त नहीं है।
groups-never = यहाँ अभी कोई { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} नहीं है। नामावली आयात करें या हाथ से जोड़ें।
groups-empty = इस { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} में कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} नहीं है। { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} के पृष्ठ पर { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} बदलें।
groups-empty-teacher = आज इस { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} में कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} नहीं है।
groups-one-title = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
}
groups-running = अभी चल रहे
groups-all-over = अभी कुछ नहीं चल रहा। जो समाप्त हो चुके हैं, उन्हें देखने के लिए शैक्षणिक वर्ष चुनें।
groups-over = { $group ->
    [group] { $name } का समय पूरा हो चुका है, इसलिए सूची केवल पढ़ी जा सकती है। ऐसा समूह चुनें जो अभी चल रहा हो।
    [cohort] { $name } का समय पूरा हो चुका है, इसलिए सूची केवल पढ़ी जा सकती है। ऐसा बैच चुनें जो अभी चल रहा हो।
   *[class] { $name } का समय पूरा हो चुका है, इसलिए सूची केवल पढ़ी जा सकती है। ऐसी कक्षा चुनें जो अभी चल रही हो।
}
groups-over-since = { $date } से समाप्त। सूची में वे हैं जो अंत तक इसमें थे; इसे केवल पढ़ा जा सकता है।
groups-starts-on = आरंभ
groups-ended-on = समाप्ति
groups-from = { $date } से
groups-until = { $date } को समाप्त
groups-end-title = { $group ->
    [group] यह समूह
    [cohort] यह बैच
   *[class] यह कक्षा
} समाप्त करें
groups-end-text = इस दिन { $name } की समाप्ति होगी: इसके बाद इसमें कोई नहीं रहेगा और कोई नहीं पढ़ाएगा। सूची बनी रहेगी और केवल पढ़ी जा सकेगी। आयात इसे फिर से नहीं खोलता।
groups-end = समाप्त करें
enrolment-title = नामांकन
enrolment-in = नामांकित
enrolment-not-yet = { $date } से आरंभ
enrolment-left = { $date } को छोड़ा
enrolment-left-title = अब इसमें नहीं
roll-number-by-name = नाम के क्रम से नंबर दें
roll-number-of = { $name } का रोल नंबर
roll-number-save = रोल नंबर सहेजें
roll-number-wrong = { $name }: 1 से 9999 तक का रोल नंबर लिखें या फ़ील्ड खाली छोड़ें।
roll-number-twice = { $name } और { $other } का रोल नंबर एक ही है: { $number }। किसी एक को दूसरा नंबर दें।
roll-number-taken = इस सूची में किसी को अभी-अभी इनमें से एक रोल नंबर मिला है। सूची फिर से खोलें।

# अगला शैक्षणिक वर्ष
promotion-title = अगला शैक्षणिक वर्ष
promotion-text = तय करें कि हर { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} का क्या होगा। जब तक आप सब देखकर हाँ नहीं कहते, कुछ नहीं बदलता।
promotion-nothing = { $group ->
    [group] अभी कोई समूह नहीं चल रहा, इसलिए अगले वर्ष में ले जाने के लिए कुछ नहीं है।
    [cohort] अभी कोई बैच नहीं चल रहा, इसलिए अगले वर्ष में ले जाने के लिए कुछ नहीं है।
   *[class] अभी कोई कक्षा नहीं चल रही, इसलिए अगले वर्ष में ले जाने के लिए कुछ नहीं है।
}
promotion-first-day = अगले शैक्षणिक वर्ष का पहला दिन
promotion-first-day-hint = तब तक सब कुछ वैसा ही रहता है।
promotion-way = क्या होगा
promotion-way-of = { $name } का क्या होगा
promotion-way-moves = आगे बढ़ना
promotion-way-leaves = विद्यालय छोड़ना
promotion-way-stays = चलते रहना
promotion-next-name = नया नाम
promotion-next-name-of = { $name } का नया नाम
promotion-next-level = पढ़ाई का नया वर्ष
promotion-next-level-of = { $name } की पढ़ाई का नया वर्ष
promotion-look = देखें कि क्या होगा
promotion-name-missing = { $name }: नया नाम लिखें।
promotion-moved = आपके यह पृष्ठ खोलने के बाद { $group ->
    [group] एक समूह
    [cohort] एक बैच
   *[class] एक कक्षा
} की समाप्ति हो चुकी है। इसे फिर से खोलें।
promotion-preview-title = क्या होगा
promotion-from = { $date } से
promotion-preview-text = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} खोलकर चुनें कि कौन वर्ष दोहराएगा या विद्यालय छोड़ेगा।
promotion-to = { $name } का नया नाम: { $next }
promotion-ends = { $name } की समाप्ति
promotion-child = क्या होगा
promotion-child-of = { $name } का क्या होगा
promotion-child-along = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
} के साथ
promotion-child-repeats = वर्ष दोहराना
promotion-child-leaves = विद्यालय छोड़ना
promotion-count-along = आगे बढ़ेंगे
promotion-count-repeats = वर्ष दोहराएँगे
promotion-count-leaves = विद्यालय छोड़ेंगे
promotion-count-groups = { $n ->
    [0] सूचियाँ बंद होंगी
    [one] सूची बंद होगी
   *[other] सूचियाँ बंद होंगी
}
promotion-count-again = फिर से गिनें
promotion-warning = उस दिन से पुरानी सूचियाँ केवल पढ़ी जा सकेंगी। इसे यहाँ वापस नहीं लिया जा सकता।
promotion-apply = अगला शैक्षणिक वर्ष आरंभ करें
promotion-back = { $group ->
    [group] समूहों
    [cohort] बैचों
   *[class] कक्षाओं
} पर लौटें

# कर्मचारी
staff-title = कर्मचारी
staff-one-title = कर्मचारी
staff-count = { $n } कर्मचारी
staff-new-title = कर्मचारी जोड़ें
staff-create = जोड़ें
staff-edit-title = विवरण सुधारें
staff-details = विवरण
staff-narrowed = इस खोज से कोई नहीं मिला।
staff-never = यहाँ अभी कोई कर्मचारी नहीं है।
staff-left = जा चुके
staff-groups = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षाएँ
}
staff-no-groups = { $group ->
    [group] कोई समूह नहीं सौंपा गया है। समूह
    [cohort] कोई बैच नहीं सौंपा गया है। बैच
   *[class] कोई कक्षा नहीं सौंपी गई है। कक्षा
} के बिना शिक्षक को कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} नहीं दिखता।
staff-assign = सौंपें
staff-end-group = वापस लें
staff-leave-title = नौकरी की समाप्ति
staff-leave-text = { $name } इस दिन से यहाँ काम नहीं करेंगे। उसके बाद साइन इन करने पर इस काम का कुछ नहीं खुलेगा और { $group ->
    [group] कोई समूह उनके पास नहीं रहेगा
    [cohort] कोई बैच उनके पास नहीं रहेगा
   *[class] कोई कक्षा उनके पास नहीं रहेगी
}। रिकॉर्ड अवधि पूरी होने तक रहेगा।
staff-leave = समाप्ति दर्ज करें
staff-left-on = { $date } को नौकरी छोड़ी
staff-leave-oneself = यह आपका अपना रिकॉर्ड है। किसी दूसरे प्रशासक से कहें।
employee-id-taken = यह कर्मचारी संख्या पहले से किसी और की है। दूसरी संख्या लिखें।

# संस्था और समझौता
institution-title = संस्था
institution-text = परिवार इसे गोपनीयता के पृष्ठों और पत्रों में देखते हैं।
institution-incomplete = कुछ विवरण बाकी हैं: लोगों को आप तक पहुँचने के लिए फ़ोन नंबर, सड़क और शहर चाहिए।
agreement-title = डेटा प्रसंस्करण समझौता
agreement-version = संस्करण { $version }
agreement-open = अभी स्वीकार नहीं हुआ है। तब तक किसी { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} का रिकॉर्ड नहीं लिखा जा सकता।
agreement-accepted = { $name } ने { $date } को स्वीकार किया।
agreement-text = कौन-सा व्यक्तिगत डेटा रखा जाए और क्यों, यह विद्यालय तय करता है; वह डेटा का नियंत्रक है। प्लेटफ़ॉर्म उसे विद्यालय की ओर से और केवल उसके निर्देशों पर रखता है; वह प्रसंस्करणकर्ता है। दोनों अपने-अपने हिस्से के लिए उत्तरदायी हैं, जैसा यहाँ लिखा है।
agreement-school = विद्यालय उत्तरदायी है
agreement-school-1 = कि जो रिकॉर्ड वह लाता है, उन्हें क़ानून, अनुबंध या सहमति से रखने का उसे अधिकार है;
agreement-school-2 = कि परिवारों और कर्मचारियों को प्लेटफ़ॉर्म की दी हुई गोपनीयता सूचना से बताया गया है;
agreement-school-3 = कि जहाँ ज़रूरी हो वहाँ अभिभावकों की सहमति ली जाए, और वापस लेने पर मानी जाए;
agreement-school-4 = कि रिकॉर्ड सही हों, और ग़लती बताए जाने पर सुधारे जाएँ;
agreement-school-5 = कि खाता किसे और किस भूमिका में मिले, और काम समाप्त होने पर वह बंद हो।
agreement-platform = प्लेटफ़ॉर्म उत्तरदायी है
agreement-platform-1 = कि विद्यालय के रिकॉर्ड हर दूसरे विद्यालय से अलग, एन्क्रिप्टेड और अपनी कुंजी के साथ रहें;
agreement-platform-2 = कि हर व्यक्ति वही देखे जिसकी अनुमति उसकी भूमिका देती है, और किसने क्या किया इसका गतिविधि लेखा रहे;
agreement-platform-3 = कि रिकॉर्ड केवल विद्यालय के अपने कामों में आएँ: न विज्ञापन, न प्रोफ़ाइल, न बिक्री;
agreement-platform-4 = कि अवधि पूरी होने पर हर रिकॉर्ड मिटे, बैकअप में भी;
agreement-platform-5 = कि किसी भी उल्लंघन की सूचना विद्यालय को तुरंत मिले, और संबंधित लोगों के अनुरोधों में सहायता मिले;
agreement-platform-6 = कि अंत में सारे रिकॉर्ड लौटाए जाएँ, फिर कुंजी सहित नष्ट किए जाएँ।
agreement-accept-text = स्वीकार करके आप पुष्टि करते हैं कि आप विद्यालय की ओर से यह निर्णय ले सकते हैं। आपका नाम और समय रखा जाएगा।
agreement-accept = विद्यालय की ओर से स्वीकार करें
agreement-first = पहले डेटा प्रसंस्करण समझौता स्वीकार करें। प्रशासक को यह “संस्था” पृष्ठ पर मिलेगा।

# क्या करना है
tasks-title = करने के काम
tasks-due = अंतिम तिथि: { $date }
tasks-overdue = { $date } को पूरा होना था
tasks-tick-off = हो गया
task-licence-ends = एक लाइसेंस का नवीनीकरण कराएँ

# संपर्क व्यक्ति और लाइसेंस
institution-export = निर्यात करें
contacts-title = संपर्क व्यक्ति
contacts-text = कार्यालय के सहकर्मी संपर्क व्यक्तियों को यहाँ देखते हैं। डेटा संरक्षण अधिकारी और प्रतिनिधि के नाम उनके संपर्क विवरण के साथ सार्वजनिक गोपनीयता पृष्ठों पर भी रहते हैं।
contacts-new-title = संपर्क व्यक्ति जोड़ें
contacts-create = जोड़ें
contacts-edit-title = संपर्क व्यक्ति सुधारें
contacts-remove = हटाएँ
contacts-remove-title = संपर्क व्यक्ति हटाएँ
contacts-remove-text = { $name } को हमेशा के लिए हटाया जाएगा: इस विद्यालय के किसी रिकॉर्ड, इतिहास या फ़ाइल में यह नाम नहीं रहेगा।
contacts-never = अभी कोई संपर्क व्यक्ति दर्ज नहीं है।
contacts-ways = संपर्क
contacts-address = पता
contacts-no-officer = कोई डेटा संरक्षण अधिकारी दर्ज नहीं है। यदि आपकी संस्था में इनका होना ज़रूरी है, तो इन्हें संपर्क व्यक्ति के रूप में जोड़ें; तब तक प्रसंस्करण के रजिस्टर में लिखा रहेगा कि कोई नहीं है।
contacts-function-none = एक चुनें
contacts-function-general = सामान्य संपर्क
contacts-function-officer = डेटा संरक्षण अधिकारी
contacts-function-representative = यूरोपीय संघ में प्रतिनिधि
contacts-function-finance = वित्त
contacts-function-safety = बच्चों की सुरक्षा
contacts-function-technical = तकनीकी संपर्क
licences-title = लाइसेंस
licences-text = लाइसेंस समाप्त होने से { $n } दिन पहले प्रशासक के मुखपृष्ठ पर उसका नवीनीकरण कराने की याद दिलाई जाती है।
licences-new-title = लाइसेंस जोड़ें
licences-create = जोड़ें
licences-edit-title = लाइसेंस बदलें
licences-remove = हटाएँ
licences-remove-title = लाइसेंस हटाएँ
licences-remove-text = { $name } को उसकी स्कैन प्रति के साथ हमेशा के लिए हटाया जाएगा।
licences-never = अभी कोई लाइसेंस दर्ज नहीं है।
licences-no-end = बिना समाप्ति तिथि
licences-over = समाप्त
licences-scan = स्कैन प्रति

# परिवार और शिक्षार्थी
family-record = विद्यालय क्या रखता है
family-own-record = विद्यालय आपके बारे में क्या रखता है
family-you = आपका संबंध और अधिकार
family-others = दूसरे अभिभावक
family-correct = कुछ ग़लत है? विद्यालय के कार्यालय को बताएँ; आप कभी भी सुधार का अनुरोध कर सकते हैं।

# फ़ील्ड
field-name = नाम
field-call-name = पहला नाम
field-infix = नाम का बीच का भाग
field-surname = कुलनाम
field-number = नंबर
field-number-hint = विद्यालय का दिया हुआ नंबर, यदि हो।
field-born = जन्म तिथि
field-gender = लिंग
field-nationality = राष्ट्रीयता
field-postcode = पिन कोड
field-email = ई-मेल पता
field-phone = फ़ोन नंबर
field-enrolled-on = नामांकन की तिथि
field-left-on = छोड़ने की तिथि
field-left-on-hint = यदि छोड़ना भूल से दर्ज हुआ था, तो इस फ़ील्ड को खाली करें।
field-group = { $group ->
    [group] समूह
    [cohort] बैच
   *[class] कक्षा
}
field-household = परिवार
field-relationship = संबंध
field-sees = रिकॉर्ड देख सकते हैं
field-books = मुलाक़ात बुक कर सकते हैं
field-pays = भुगतान करते हैं
field-picks-up = घर ले जा सकते हैं
field-emergency-order = आपातकालीन संपर्कों में क्रम
field-emergency-order-hint = 1 को सबसे पहले फ़ोन किया जाता है। किसी को फ़ोन न करना हो तो खाली छोड़ें।
field-restricted-from = न्यायालय के आदेश से रोक, इस तिथि से
field-restricted-from-hint = इस दिन से अभिभावक कुछ नहीं देखेंगे और बच्चे को घर नहीं ले जा सकेंगे। कोई आयात इसे नहीं हटाता; केवल आप इस फ़ील्ड को खाली करके हटा सकते हैं।
field-group-name = नाम
field-level = पढ़ाई का वर्ष
field-level-hint = जैसे 5, या खाली छोड़ें।
field-title = पद
field-employee-id = कर्मचारी संख्या
field-trade-name = व्यापारिक नाम
field-institution-email = संस्था का ई-मेल पता
field-institution-phone = संस्था का फ़ोन नंबर
field-street = सड़क और मकान नंबर
field-institution-postcode = पिन कोड
field-town = शहर
field-latitude = अक्षांश
field-latitude-hint = डिग्री में, उत्तर धनात्मक: 28.6139
field-longitude = देशांतर
field-longitude-hint = डिग्री में, पूर्व धनात्मक: 77.2090
field-function = किस विषय में संपर्क
field-function-hint = इस व्यक्ति से किस बारे में पूछा जाए।
field-licence-kind = लाइसेंस का प्रकार
field-licence-kind-hint = जैसे: विद्यालय चलाने की अनुमति, अग्नि सुरक्षा।
field-licence-number = लाइसेंस संख्या
field-issuer = जारीकर्ता
field-valid-until = इस तिथि तक मान्य
field-valid-until-hint = जिस अंतिम दिन तक यह मान्य है। समाप्ति न हो तो खाली छोड़ें।
field-scan = स्कैन प्रति
field-scan-hint = अधिकतम 5 MiB की PDF, JPEG, PNG या WebP फ़ाइल। सुधार के बाद फ़ाइल फिर से चुनें।
field-scan-goes = मौजूदा स्कैन प्रति हटाएँ
field-roll-number = रोल नंबर
field-kept-until = इस तिथि तक रखा जाएगा
field-ended-on = समाप्ति
field-household-name = नाम
field-household-name-hint = जैसे कुलनाम और सड़क।

# क्या सुधारना है
name-missing = पहला नाम या कुलनाम लिखें।
name-too-long = नाम छोटा करें: हर भाग में अधिकतम { $limit } अक्षर।
email-not-an-address = ई-मेल पता लिखें, जैसे naam@example.org।
phone-not-a-number = फ़ोन नंबर केवल अंकों में लिखें, जैसे +91 98765 43210।
postcode-wrong = पिन कोड वैसे लिखें जैसे आपके देश में लिखा जाता है।
date-in-future = आज की या उससे पहले की तिथि लिखें।
date-wrong = दिन, महीना और वर्ष के साथ तिथि लिखें।
date-before-enrolment = नामांकन के दिन या उसके बाद का दिन लिखें।
text-missing = यह फ़ील्ड भरें।
text-too-long = इसे छोटा करें: अधिकतम { $limit } अक्षर।
choice-missing = सूची में से चुनें।
emergency-order-wrong = 1 से 9 तक की संख्या लिखें, या फ़ील्ड खाली छोड़ें।
degrees-out-of-range = -{ $limit } और { $limit } के बीच डिग्री लिखें।
contact-out-of-reach = ई-मेल पता, फ़ोन नंबर या डाक पता लिखें।
date-in-past = आज की या उसके बाद की तिथि लिखें।
date-before-start = पहले दिन की या उसके बाद की तिथि लिखें।

# हो गया
done-student-created = जोड़ दिया गया।
done-student-changed = विवरण सहेजा गया।
done-student-moved = { $group ->
    [group] समूह बदल दिया गया।
    [cohort] बैच बदल दिया गया।
   *[class] कक्षा बदल दी गई।
}
done-student-left = विद्यालय छोड़ना दर्ज हुआ।
done-student-back = विद्यालय छोड़ना रद्द हुआ।
done-student-placed = परिवार बदल दिया गया।
done-guardian-added = अभिभावक जोड़ दिए गए।
done-guardian-changed = विवरण सहेजा गया।
done-edge-changed = अधिकार सहेजे गए।
done-edge-unlinked = अभिभावक का संबंध हटा दिया गया।
done-group-created = { $group ->
    [group] समूह जोड़ दिया गया।
    [cohort] बैच जोड़ दिया गया।
   *[class] कक्षा जोड़ दी गई।
}
done-group-assigned = { $group ->
    [group] समूह सौंप दिया गया।
    [cohort] बैच सौंप दिया गया।
   *[class] कक्षा सौंप दी गई।
}
done-group-ended = { $group ->
    [group] समूह वापस ले लिया गया।
    [cohort] बैच वापस ले लिया गया।
   *[class] कक्षा वापस ले ली गई।
}
done-staff-created = जोड़ दिया गया।
done-staff-changed = विवरण सहेजा गया।
done-institution-changed = संस्था का विवरण सहेजा गया।
done-agreement-accepted = समझौता स्वीकार हुआ।

nav-modules = भाग
modules-title = भाग
modules-intro = जिसकी आपके विद्यालय को ज़रूरत नहीं, उसे रखना भी नहीं पड़ता। बंद भाग का कोई पृष्ठ नहीं होता, वह कुछ नहीं पूछता और कुछ नया नहीं सहेजता। पहले से सहेजा हुआ अपनी अवधि पूरी होने तक रहता है।
modules-on = चालू
modules-off = बंद
modules-holds = इसमें है: { $what }।
modules-switch-off = { $module } बंद करें
modules-switch-on = { $module } चालू करें
modules-unknown = ऐसा कोई भाग नहीं है। सूची से चुनें।
modules-state = चालू या बंद चुनें।
done-module-on = भाग चालू कर दिया गया।
done-module-off = भाग बंद कर दिया गया।
done-task-ticked-off = काम पूरा हुआ।
done-contact-created = संपर्क व्यक्ति जोड़ा गया।
done-contact-changed = संपर्क व्यक्ति सहेजा गया।
done-contact-removed = संपर्क व्यक्ति हटाया गया।
done-licence-created = लाइसेंस जोड़ा गया।
done-licence-changed = लाइसेंस सहेजा गया।
done-licence-removed = लाइसेंस हटाया गया।
done-group-numbered = रोल नंबर सहेजे गए।
done-group-over = समाप्ति दर्ज हो गई।
done-contacts-ordered = क्रम सहेजा गया।
done-household-created = परिवार जोड़ दिया गया।
done-staff-left = नौकरी की समाप्ति दर्ज हो गई।
done-staff-back = नौकरी की समाप्ति रद्द हुई।
done-promoted = अगला शैक्षणिक वर्ष तैयार है।

nav-statistics = आँकड़े
statistics-title = आँकड़े
statistics-intro = हर लिंग के कितने लोग हैं। केवल { $n } या अधिक लोगों के समूह गिने जाते हैं, ताकि किसी की पहचान न हो।
statistics-few = { $n } से कम, या बाकी बहुत कम रह जाते: नहीं दिखाया गया।
statistics-where = कहाँ
statistics-school = पूरा विद्यालय
students-gender-leave = जैसा है वैसा रहने दें
students-gender-remove = जो दर्ज है उसे हटाएँ
module-demographics = लिंग और राष्ट्रीयता
module-demographics-text = जिस प्रकार के विद्यालय में ये रखे जाते हैं, वहाँ बाकी से अलग दर्ज; दस या अधिक के समूहों में गिने जाते हैं।
emergency-keep = एक दिन के लिए इस फ़ोन पर रखें
emergency-kept = यह सूची एक दिन तक इस फ़ोन पर रहेगी और बिना नेटवर्क के भी खुलेगी। साइन आउट करते ही हट जाएगी।
# Postal addresses (C077)
address-title = डाक पता
address-text = पत्र यहीं भेजे जाते हैं। पता हटाने के लिए हर फ़ील्ड खाली कर दें।
address-none = कोई डाक पता दर्ज नहीं है।
address-change = पता बदलें
done-address-kept = पता सहेज लिया गया।
field-address = डाक पता
field-address-street = गली या सड़क
field-house-number = मकान नंबर
field-house-addition = फ़्लैट या अतिरिक्त
field-house-addition-hint = जैसे B या फ़्लैट का नंबर।
field-address-postcode = पिन कोड
field-city = शहर या गाँव
field-country-hint = दो अक्षर: NL, EE, IN, US।
street-missing = गली या सड़क भरें।
house-number-missing = मकान नंबर भरें।
house-number-wrong = मकान नंबर अंक से शुरू होता है। अक्षर “फ़्लैट या अतिरिक्त” में लिखें।
city-missing = शहर या गाँव भरें।
country-wrong = देश दो अक्षरों में लिखें, जैसे IN।
history-corrected = ग़लत मान (अब केवल अनुरोध में है)

# प्रतीक चिह्न
logo-title = लोगो
logo-text = यह साइन-इन पेज पर सबको दिखता है। केवल तस्वीर के पिक्सेल रखे जाते हैं, बिना जगह या तारीख़ के।
logo-upload = लोगो सहेजें
logo-remove = लोगो हटाएँ
field-logo = तस्वीर चुनें
field-logo-hint = अधिकतम 5 MB की JPEG, PNG या WebP तस्वीर।
field-logo-words = इसमें क्या दिखता है, शब्दों में
field-logo-words-hint = जो इसे देख नहीं सकते, उन्हें यह पढ़कर सुनाया जाता है। खाली छोड़ने पर संस्था का नाम पढ़ा जाता है।
done-logo-changed = लोगो सहेज लिया गया है।
done-logo-removed = लोगो हटा दिया गया है।
logo-never = अभी कोई लोगो नहीं है।
logo-missing = एक तस्वीर चुनें।
