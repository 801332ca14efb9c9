nav-roster = आयात
roster-title = नामावली आयात करें
roster-upload = आपकी प्रशासन प्रणाली की फ़ाइलें
roster-files = फ़ाइलें
roster-files-hint = EdeXML, OneRoster 1.1 या 1.2 (इसकी फ़ाइलें या zip आर्काइव), या एक-दूसरे से जुड़ी एक या अधिक CSV फ़ाइलें। जब तक आप देख न लें कि क्या बदलेगा, कुछ भी सहेजा नहीं जाता।
roster-look = देखें
roster-waiting = निर्णय बाकी है
roster-open = खोलें
roster-no-file = कम से कम एक फ़ाइल चुनें।
roster-upload-broken = अपलोड बीच में रुक गया या बहुत बड़ा है। फ़ाइलें फिर से चुनें।
roster-preview-title = इस फ़ाइल से क्या बदलेगा
roster-nothing-yet = अभी कुछ भी सहेजा नहीं गया है। पढ़ें, फिर निर्णय लें।
roster-same = विद्यालय की जानकारी पहले से इस फ़ाइल जैसी है। कुछ करने की ज़रूरत नहीं।
roster-counts = संख्याएँ
roster-what = क्या
roster-added = नए
roster-changed = बदले हुए
roster-leaving = छोड़ने वाले
roster-students = { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
roster-guardians = अभिभावक
roster-staff = कर्मचारी
roster-groups = समूह
roster-one-students = { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
roster-one-guardians = अभिभावक
roster-one-staff = कर्मचारी
roster-one-groups = समूह
roster-households = { $n ->
    [0] कोई नया परिवार नहीं।
    [one] एक नया परिवार।
   *[other] { $n } नए परिवार।
}
roster-reachable = साइन इन के लिए ई-मेल पते वाले अभिभावक: { $all } में से { $with }; बाकी को कोड वाला पत्र मिल सकता है।
roster-sharing = { $n ->
    [0] किसी और का पता साझा नहीं है; एक पते से एक ही खाता खुलता है।
    [one] { $n } और अभिभावक के पते का उपयोग कोई दूसरा भी करता है; एक पते से एक ही खाता खुलता है।
   *[other] { $n } और अभिभावकों के पते का उपयोग कोई दूसरा भी करता है; एक पते से एक ही खाता खुलता है।
}
roster-apply = इसे सहेजें
roster-cancel = फ़ाइलें हटाएँ
roster-problems = कृपया ये पंक्तियाँ देखें
roster-left-out = छोड़ी गई
roster-dropped = नहीं रखा गया
roster-dropped-forbidden = { $n ->
    [one] इसे यहाँ कभी नहीं रखा जा सकता; यह { $n } पंक्ति में था। इसे हटा दिया गया।
   *[other] इसे यहाँ कभी नहीं रखा जा सकता; यह { $n } पंक्तियों में था। इसे हटा दिया गया।
}
roster-dropped-undeclared = { $n ->
    [one] इस विद्यालय के लिए इसका कोई उद्देश्य नहीं है; यह { $n } पंक्ति में था। इसे हटा दिया गया।
   *[other] इस विद्यालय के लिए इसका कोई उद्देश्य नहीं है; यह { $n } पंक्तियों में था। इसे हटा दिया गया।
}
roster-dropped-unknown = { $n ->
    [one] हम इस कॉलम को नहीं पहचानते; यह { $n } पंक्ति में था। नीचे चुनें कि इसका अर्थ क्या है, या इसे छोड़ दें।
   *[other] हम इस कॉलम को नहीं पहचानते; यह { $n } पंक्तियों में था। नीचे चुनें कि इसका अर्थ क्या है, या इसे छोड़ दें।
}
roster-dropped-table = { $n ->
    [0] यहाँ लोगों या समूहों के बारे में ऐसा कुछ नहीं जिसे हम पहचानते हों; इसे नहीं पढ़ा गया।
    [one] यहाँ लोगों या समूहों के बारे में ऐसा कुछ नहीं जिसे हम पहचानते हों; इसकी एक पंक्ति नहीं पढ़ी गई।
   *[other] यहाँ लोगों या समूहों के बारे में ऐसा कुछ नहीं जिसे हम पहचानते हों; इसकी { $n } पंक्तियाँ नहीं पढ़ी गईं।
}
roster-lines = एक-एक करके
roster-more = { $n ->
    [one] और { $n } अन्य।
   *[other] और { $n } अन्य।
}
roster-was = पहले
roster-now = अब
roster-columns = किस कॉलम का क्या अर्थ है
roster-file-about = पंक्तियाँ: { $rows }, { $encoding }, विभाजक: { $separator }
roster-tab = टैब
roster-heading = कॉलम
roster-samples = जैसे
roster-means = अर्थ
roster-never = कभी नहीं रखा जाता
roster-ignore = छोड़ दें
roster-map = फिर से देखें
roster-place = { $file }, पंक्ति { $row }
roster-place-column = { $file }, पंक्ति { $row }, { $column }
roster-field-name = नाम
roster-field-number = नंबर
roster-field-born = जन्म तिथि
roster-field-gender = लिंग
roster-field-nationality = राष्ट्रीयता
roster-field-postcode = पिन कोड
roster-field-email = ई-मेल पता
roster-field-phone = फ़ोन नंबर
roster-field-left-on = छोड़ने की तिथि
roster-field-employee-id = कर्मचारी संख्या
roster-field-title = पद
roster-field-level = पढ़ाई का वर्ष
roster-field-ended = समाप्ति
roster-field-key = पहचान-कुंजी
roster-field-reference = { $student ->
    [child] बच्चे या उपयोगकर्ता की पहचान-कुंजी
    [pupil] विद्यार्थी या उपयोगकर्ता की पहचान-कुंजी
    [learner] शिक्षार्थी या उपयोगकर्ता की पहचान-कुंजी
   *[student] छात्र या उपयोगकर्ता की पहचान-कुंजी
}
roster-field-related = अभिभावक की पहचान-कुंजी
roster-field-call-name = पहला नाम
roster-field-infix = नाम का बीच का भाग
roster-field-surname = कुलनाम
roster-field-full-name = पूरा नाम
roster-field-group = समूह
roster-field-group-key = समूह की पहचान-कुंजी
roster-field-section = सेक्शन
roster-field-mentor = समूह के शिक्षक
roster-field-role = भूमिका
roster-field-relationship = संबंध
roster-slot-guardian1 = पहले अभिभावक
roster-slot-guardian2 = दूसरे अभिभावक
roster-slot-guardian3 = तीसरे अभिभावक
roster-slot-guardian4 = चौथे अभिभावक
roster-slot-father = पिता
roster-slot-mother = माता
roster-slot-part = { $who }: { $what }
roster-import-title = आयात
roster-import-about = { $when }, { $who }
roster-by-shell = कमांड लाइन
roster-earlier = पिछले आयात
roster-state-running = चल रहा है
roster-state-done = सहेजा गया
roster-state-cancelled = रोका गया। कुछ भी नहीं सहेजा गया।
roster-state-failed = असफल। कुछ भी नहीं सहेजा गया।
roster-state-interrupted = बीच में टूट गया। कुछ भी नहीं सहेजा गया।
roster-failed-refused = फ़ाइलें पढ़ी नहीं जा सकीं। कुछ भी नहीं सहेजा गया। निर्णय से पहले उन्हें फिर से देखें।
roster-failed-conflict = विद्यालय इसके लिए तैयार नहीं था: समझौता अभी स्वीकार नहीं हुआ है, या कोई नंबर किसी और का है। कुछ भी नहीं सहेजा गया।
roster-failed-busy = किसी और बदलाव में बहुत समय लगा। कुछ भी नहीं सहेजा गया। थोड़ी देर में फिर कोशिश करें।
roster-failed-fault = मशीन या प्रोग्राम की ख़राबी। कुछ भी नहीं सहेजा गया। कारण आपके सेवा संचालक को लॉग में मिलेगा।
roster-step-reading = फ़ाइलें पढ़ी जा रही हैं
roster-step-comparing = विद्यालय से मिलान हो रहा है
roster-step-storing = सहेजा जा रहा है
roster-looks-again = यह पृष्ठ हर दो सेकंड में अपने आप ताज़ा होता है।
roster-look-still = ताज़ा होना रोकें
roster-look-again = हर दो सेकंड में ताज़ा करें
roster-stop = रोकें और फ़ाइलें हटा दें
roster-stopped = आयात रोका गया। कुछ भी नहीं सहेजा गया।
roster-already-running = इस विद्यालय का एक और आयात चल रहा है। उसके पूरा होने तक रुकें, या उसे रोकें।
done-roster-applied = नामावली सहेजी गई। फ़ाइल स्वयं नहीं रखी जाती।
done-roster-cancelled = फ़ाइलें हटा दी गईं। कुछ भी नहीं बदला।
fault-missing = { $what ->
    [group] समूह का नाम खाली है। इसे भरें और फिर आयात करें।
    [surname] यहाँ कोई नाम नहीं है। इसे भरें और फिर आयात करें।
    [key] इस पंक्ति को दूसरों से अलग करने वाली पहचान-कुंजी नहीं है। इसे भरें और फिर आयात करें।
    [role] भूमिका खाली है। इसे भरें और फिर आयात करें।
   *[other] “{ $what }” खाली है। इसे भरें और फिर आयात करें।
}
fault-date = “{ $value }” तिथि नहीं है। इसे ऐसे लिखें: 2015-03-31।
fault-future = “{ $value }” भविष्य की तिथि है। तिथि सुधारें।
fault-postcode = “{ $value }” इस देश का पिन कोड नहीं है। इसे सुधारें।
fault-email = “{ $value }” ई-मेल पता नहीं है। इसे सुधारें।
fault-phone = “{ $value }” फ़ोन नंबर नहीं है। इसे देश के कोड के साथ लिखें, जैसे +91।
fault-gender = “{ $value }” लिंग के रूप में समझ नहीं आया। f, m या x लिखें।
fault-duplicate = पहचान-कुंजी “{ $value }” पंक्ति { $row } में पहले से है। हर व्यक्ति को अपनी अलग पहचान-कुंजी दें।
fault-number = नंबर “{ $value }” किसी और का है। इसे छोड़ दिया जाता है; हर व्यक्ति को अपना अलग नंबर दें।
fault-order = इस बच्चे के एक अभिभावक पर न्यायालय का आदेश है, जिनका नाम इस फ़ाइल में नहीं है। सहेजने से पहले देखें कि “{ $value }” वही व्यक्ति तो नहीं हैं।
fault-group = इन फ़ाइलों में “{ $value }” नाम का कोई समूह नहीं है। उसे जोड़ें, या नाम सुधारें।
fault-student = इन फ़ाइलों में पहचान-कुंजी “{ $value }” वाला कोई { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
} नहीं है। पंक्ति जोड़ें, या पहचान-कुंजी सुधारें।
fault-ragged = इस पंक्ति में खानों की संख्या { $found } है, शीर्षक पंक्ति में { $expected }। देखें कि कहीं कोई विभाजक ज़्यादा तो नहीं।
fault-encoding = इस पंक्ति के कुछ अक्षर पढ़े नहीं जा सकते। फ़ाइल को UTF-8 में सहेजें।
fault-formula = यह स्प्रेडशीट के सूत्र की तरह शुरू होता है। इसे सादे पाठ के रूप में रखा जाता है।
fault-schema = “{ $value }” प्रकाशित स्कीमा से नया है। फिर भी इसे पढ़ लिया गया।
fault-long = इसमें { $length } अक्षर हैं; अधिकतम { $limit } रखे जा सकते हैं।
refusal-empty = { $file } खाली है। इसे फिर से निर्यात करें।
refusal-large = { $file } { $limit } MiB से बड़ी है। इसे बाँट दें।
refusal-doctype = { $file }, पंक्ति { $line }: फ़ाइल में दस्तावेज़ का प्रकार या एंटिटी घोषित हैं, जिनसे हमला हो सकता है। इनके बिना फिर से निर्यात करें।
refusal-xml = { $file }, पंक्ति { $line }: यह सही बना XML नहीं है ({ $reason })। इसे फिर से निर्यात करें।
refusal-root = { $file } XML है पर EdeXML नहीं: यह “{ $root }” से शुरू होती है। EdeXML का निर्यात चुनें।
refusal-text = { $file } न तो पाठ है, न ऐसा प्रारूप जिसे हम पहचानते हैं। स्प्रेडशीट को CSV के रूप में सहेजें।
refusal-header = { $file }: कोई शीर्षक नहीं बताता कि नाम किस कॉलम में हैं। “पहला नाम” और “कुलनाम” जैसे शीर्षकों वाली पहली पंक्ति जोड़ें।

module-roster = नामावली की फ़ाइलें
module-roster-text = पूर्वावलोकन के बाद दूसरे सिस्टम की फ़ाइलों से लोगों, परिवारों और समूहों को लाता है।
measure-uploads = अपलोड की गई नामावली विद्यालय की एन्क्रिप्टेड फ़ाइल में रहती है और अधिकतम { $n } घंटे बाद मिटा दी जाती है।

roster-export = नामावली साथ ले जाएँ
roster-export-text = OneRoster 1.2 प्रारूप में एक zip फ़ाइल: आज यहाँ कौन है, आज के समूह, और कौन-सा अभिभावक किससे जुड़ा है; साथ में ई-मेल पते, फ़ोन नंबर और जन्म तिथियाँ, जितनी विद्यालय रखता है। जिन संबंधों को न्यायालय के आदेश ने या कार्यालय ने सीमित किया है, वे इसमें नहीं हैं। इस फ़ाइल को रिकॉर्डों जितनी ही सावधानी से रखें।
roster-export-get = डाउनलोड करें
roster-undo = यह आयात वापस लें
roster-undo-hint = इस आयात ने जो बदला, उसे पहले जैसा कर देता है। उसके बाद किसी ने जो बदला या उपयोग किया, वह वैसा ही रहता है और सूची में दिखता है।
roster-undo-until = { $when } तक संभव है।
roster-undo-late = यह आयात अब वापस नहीं लिया जा सकता: इसे पहले ही वापस लिया जा चुका है, या एक दिन बीत गया है।
roster-state-undone = वापस लिया गया। जो बदला था, वह पहले जैसा कर दिया गया।
roster-step-undoing = पहले जैसा किया जा रहा है
roster-left = जैसे थे, वैसे छोड़े गए
roster-left-changed = आयात के बाद बदला गया
roster-left-account = अब इसका खाता है
roster-left-appointment = अब इसकी मुलाक़ात तय है
roster-left-linked = कार्यालय ने इसे बाद में जोड़ा या किसी परिवार में रखा
roster-left-used = अब कहीं और उपयोग में है
roster-left-taken = यह नंबर अब किसी और का है
roster-dropped-unread = { $n ->
    [0] ऐसी फ़ाइल में जो होता है, उसके लिए इस विद्यालय का कोई उद्देश्य नहीं; इसे नहीं पढ़ा गया।
    [one] ऐसी फ़ाइल में जो होता है, उसके लिए इस विद्यालय का कोई उद्देश्य नहीं; इसकी एक पंक्ति नहीं पढ़ी गई।
   *[other] ऐसी फ़ाइल में जो होता है, उसके लिए इस विद्यालय का कोई उद्देश्य नहीं; इसकी { $n } पंक्तियाँ नहीं पढ़ी गईं।
}
fault-person = पहचान-कुंजी “{ $value }” वाला कोई व्यक्ति न यहाँ है, न इन फ़ाइलों में। पंक्ति जोड़ें, या पहचान-कुंजी सुधारें।
fault-role = “{ $value }” इस प्रारूप में यहाँ मान्य शब्द नहीं है। इसे सुधारें।
fault-later = यह { $value } को शुरू होता है और तब तक छोड़ दिया जाता है। उस दिन या उसके बाद फिर से आयात करें।
fault-childless = इस अभिभावक से इन फ़ाइलों का कोई बच्चा नहीं जुड़ा है। agentSourcedIds भरें, या पंक्ति छोड़ दें।
fault-manifest = manifest.csv नहीं है। फ़ाइलें पूरे विद्यालय के रूप में पढ़ी गईं: जो इनमें नहीं हैं, वे विद्यालय छोड़ने वाले माने जाते हैं। यदि इनमें केवल बदलाव हैं, तो manifest के साथ फिर से निर्यात करें।
refusal-archive = { $why ->
    [encrypted] { $file } पासवर्ड से सुरक्षित है। बिना पासवर्ड के फिर से निर्यात करें।
    [nested] { $file } में फ़ोल्डर, लिंक या दूसरा आर्काइव है। आर्काइव में फ़ाइलें सीधे रखें।
    [many] { $file } में बहुत अधिक फ़ाइलें हैं। उसमें केवल एक निर्यात की फ़ाइलें रखें।
    [bomb] { $file } खोलने पर अपने आकार से बहुत बड़ी हो जाती है, जैसा हमलों में होता है। इसे नहीं पढ़ा गया; फिर से निर्यात करें।
    [large] { $file } खोलने पर बहुत बड़ी हो जाती है। निर्यात को बाँट दें।
   *[broken] { $file } नहीं खुली: आर्काइव ख़राब है। फिर से निर्यात करें।
}
refusal-promised = { $file } में { $missing } का उल्लेख है, जो मौजूद नहीं है। फ़ाइल जोड़ें, या फिर से निर्यात करें।
refusal-version = { $file } में संस्करण “{ $version }” लिखा है। OneRoster 1.1 और 1.2 पढ़े जाते हैं; निर्यात में इनमें से एक चुनें।
refusal-column = { $file }: कॉलम { $column } नहीं है। मानक के सभी कॉलमों के साथ फिर से निर्यात करें।
refusal-key = { $file }: { $column } की पहचान-कुंजियाँ नागरिक पहचान संख्याएँ हैं, जिन्हें रखा नहीं जा सकता। दूसरी पहचान-कुंजियों के साथ फिर से निर्यात करें।
measure-undo = आयात कैसे वापस लिया जाए, यह विद्यालय की एन्क्रिप्टेड फ़ाइल में रहता है और { $n } घंटे बाद मिटा दिया जाता है।
