//! Names as they are common in Estonia among speakers of Estonian.

use super::people::Names;

/// Estonian names.
pub(super) const ESTONIAN: Names = Names { female: FEMALE, male: MALE, surnames: SURNAMES, with_infix: &[] };

/// Girls and women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "Sofia", "Emma", "Eliise", "Mia", "Maria", "Lenna", "Hanna", "Nora", "Lisandra", "Saskia", "Mirtel", "Emilia",
    "Elsa", "Marta", "Laura", "Johanna", "Adeele", "Anna", "Liisa", "Liis", "Kadri", "Kaisa", "Triin", "Katrin",
    "Kristiina", "Kristi", "Merle", "Piret", "Tiina", "Ülle", "Maarja", "Mari", "Marika", "Helena", "Helen",
    "Heili", "Grete", "Gerda", "Getter", "Kertu", "Kristel", "Karoliina", "Laine", "Leelo", "Liina", "Maret",
    "Mariliis", "Merit", "Moonika", "Pille", "Pirje", "Reet", "Riina", "Ruth", "Siiri", "Sirje", "Terje", "Tuuli",
    "Õie", "Annika", "Berit", "Birgit", "Brigitta", "Carmen", "Eha", "Eleri", "Epp", "Ester", "Evelin", "Hele",
    "Ingrid", "Ivi", "Janika",
];

/// Boys and men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "Robin", "Oliver", "Sebastian", "Rasmus", "Hugo", "Oskar", "Henri", "Mattias", "Lukas", "Kristofer", "Markus",
    "Karl", "Kaspar", "Joosep", "Martin", "Siim", "Tanel", "Taavi", "Priit", "Peeter", "Jaan", "Jüri", "Toomas",
    "Tõnu", "Tõnis", "Urmas", "Raivo", "Rein", "Margus", "Marko", "Marek", "Mihkel", "Madis", "Mart", "Meelis",
    "Kalle", "Kalev", "Kaarel", "Jaanus", "Janek", "Indrek", "Ivo", "Heiki", "Hannes", "Hendrik", "Gert", "Georg",
    "Eerik", "Erki", "Enn", "Einar", "Ain", "Aivar", "Alar", "Allan", "Ando", "Andres", "Andrus", "Ants", "Argo",
    "Arvo", "Egert", "Aarne", "Rauno", "Ragnar", "Raul", "Riho", "Risto", "Sander", "Sten", "Sulev", "Tarmo", "Uku",
    "Veiko", "Villem",
];

/// Surnames.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "Tamm", "Saar", "Sepp", "Mägi", "Kask", "Kukk", "Rebane", "Ilves", "Pärn", "Koppel", "Luik", "Kaasik", "Oja",
    "Lepik", "Raudsepp", "Kuusk", "Karu", "Vaher", "Lepp", "Mets", "Kivi", "Põder", "Kütt", "Kallas", "Lõhmus",
    "Kikas", "Liiv", "Nõmm", "Peterson", "Leppik", "Puusepp", "Kangur", "Hein", "Raud", "Sild", "Teder", "Must",
    "Laas", "Roos", "Kuus", "Jõgi", "Järv", "Saks", "Org", "Toom", "Laur", "Pukk", "Kalda", "Uibo", "Vares", "Kull",
    "Hunt", "Jänes", "Kurg", "Kotkas", "Lind", "Suur", "Paju", "Toomingas", "Pihlak", "Vahtra", "Haab", "Remmelgas",
    "Sarapuu", "Kadak", "Mänd", "Nurm", "Põld", "Aas", "Soo", "Raba", "Mäe", "Lääne", "Põhi", "Ida", "Ots", "Nurk",
    "Ruus", "Aun", "Eller", "Erm", "Hallik", "Hinn", "Ivask", "Jakobson", "Joost", "Jürgenson", "Kaal", "Kaljula",
    "Kass", "Keskküla", "Kiik", "Kirs", "Kolk", "Kruus", "Kruusmaa", "Kuningas", "Käär", "Kõiv", "Laane", "Lass",
    "Lember", "Linnas", "Loik", "Lukk", "Maasik", "Mark", "Martinson", "Meier", "Mitt", "Müür", "Niit", "Noor",
    "Ojala", "Olesk", "Orav", "Paap", "Pajula", "Palm", "Parts", "Piir", "Pill", "Post", "Raag", "Rand", "Rist",
    "Sikk", "Soosaar", "Sööt", "Tali", "Tiits", "Treial", "Tuul", "Täht", "Vain", "Viik", "Võsu", "Õun",
];
