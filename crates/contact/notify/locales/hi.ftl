recipient-mail-server = वह मेल सर्वर जिसे सेवा संचालक ने लगाया है, यदि कोई है: हर संदेश का पता, विषय और पाठ
recipient-sms-gateway = वह SMS गेटवे जिसे सेवा संचालक ने लगाया है, यदि कोई है: हर संदेश का मोबाइल नंबर और पाठ
nav-undelivered = न पहुँचे संदेश
undelivered-title = जो नहीं पहुँचा
undelivered-text = वे संदेश जो सौंपे नहीं जा सके और वे काम जो बार-बार विफल हुए। किसके लिए थे, यह यहाँ नहीं लिखा है। कारण दूर होने के बाद फिर से कोशिश करना उपयोगी है; जिसे छोड़ दिया जाए, वह फिर नहीं भेजा जाता।
undelivered-none = सब कुछ सौंप दिया गया।
undelivered-mail = ई-मेल
undelivered-sms = एसएमएस
undelivered-job = प्रणाली का काम: { $name }
undelivered-tried = { $n ->
    [one] { $n } बार कोशिश की गई
   *[other] { $n } बार कोशिश की गई
}
undelivered-fault-address = यह पता या नंबर संदेश नहीं लेता। फिर से कोशिश करने से पहले इसे अभिलेख में सुधारें।
undelivered-fault-unreachable = संदेश सौंपने वाले सर्वर तक पहुँचा नहीं जा सका।
undelivered-fault-login = सर्वर इस प्रणाली को भीतर नहीं आने देता। इसे चलाने वालों को बताएँ।
undelivered-fault-refused = सर्वर यह संदेश नहीं लेता।
undelivered-fault-busy = इसके लिए बार-बार समय नहीं मिला।
undelivered-fault-fault = कोई गड़बड़ी हुई। इस प्रणाली को चलाने वालों को वह लॉग में मिलेगी।
undelivered-again = फिर से कोशिश करें
undelivered-aside = हमेशा के लिए छोड़ें
undelivered-none-named = चुनें कि किसकी फिर से कोशिश हो या किसे छोड़ा जाए।
done-undelivered-again = एक मिनट के भीतर फिर से कोशिश की जाएगी।
done-undelivered-aside = इसे छोड़ दिया गया। प्रणाली का काम अपने अगले समय पर फिर चलेगा।
