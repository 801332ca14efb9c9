//! Names as they are common in the Netherlands.

use super::people::Names;

/// Dutch names; about a quarter of the surnames carry an infix.
pub(super) const DUTCH: Names = Names { female: FEMALE, male: MALE, surnames: SURNAMES, with_infix: WITH_INFIX };

/// Girls and women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "Emma", "Julia", "Mila", "Sophie", "Olivia", "Tess", "Zoë", "Yara", "Sara", "Nora", "Noor", "Evi", "Saar",
    "Liv", "Lotte", "Anna", "Eva", "Fleur", "Lieke", "Sofie", "Maud", "Nina", "Roos", "Fenna", "Lynn", "Elin",
    "Isa", "Femke", "Sanne", "Iris", "Maaike", "Anouk", "Floor", "Jasmijn", "Marit", "Merel", "Puck", "Suze",
    "Vera", "Willemijn", "Loïs", "Jet", "Hanna", "Amber", "Esmée", "Bente", "Romy", "Lisa", "Lina", "Norah",
    "Hailey", "Ella", "Linde", "Veerle", "Marijke", "Ilse", "Annelies", "Marloes", "Renske", "Wietske", "Nienke",
    "Hilde", "Karin", "Petra", "Ellen", "Miriam", "Judith", "Esther", "Mirjam", "Sigrid", "Janneke", "Saskia",
    "Chantal", "Daphne", "Bianca",
];

/// Boys and men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "Noah", "Luca", "Lucas", "Finn", "Daan", "Levi", "Mees", "Milan", "James", "Sem", "Liam", "Luuk", "Bram",
    "Adam", "Sam", "Thijs", "Thomas", "Benjamin", "Max", "Guus", "Hugo", "Teun", "Gijs", "Jesse", "Julian", "Lars",
    "Tim", "Ties", "Stijn", "Ruben", "Jan", "Jurre", "Pim", "Siebe", "Tijn", "Floris", "Boaz", "Jens", "Mats",
    "Olivier", "Quinten", "Sven", "Wouter", "Roel", "Joost", "Jasper", "Koen", "Maarten", "Bart", "Dirk", "Hendrik",
    "Pieter", "Willem", "Jeroen", "Sander", "Martijn", "Wim", "Erik", "Rob", "Henk", "Kees", "Gerard", "Bas",
    "Niels", "Jelle", "Sjoerd", "Wessel", "Rutger", "Casper", "Job", "Morris", "Dex", "Abel", "Tobias", "Jaap",
];

/// Surnames without an infix.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker",
    "Brouwer", "Dijkstra", "Smits", "Koster", "Prins", "Huisman", "Postma", "Kuipers", "Kuiper", "Schouten",
    "Willems", "Hoekstra", "Koning", "Molenaar", "Bosch", "Jacobs", "Verhoeven", "Wolters", "Veenstra", "Gerritsen",
    "Martens", "Timmermans", "Sanders", "Vink", "Willemsen", "Boer", "Hermans", "Vermeulen", "Groen", "Dijk",
    "Schipper", "Bosman", "Zijlstra", "Evers", "Kok", "Haan", "Janssen", "Driessen", "Maas", "Peeters", "Blom",
    "Hofman", "Lammers", "Kramer", "Scholten", "Groot", "Pronk", "Ruiter", "Otten", "Kooistra", "Wiersma", "Bouma",
    "Hofstra", "Boersma", "Terpstra", "Bergsma", "Sikkema", "Drost", "Hoogland", "Kroon", "Kuijpers", "Koopman",
    "Mol", "Pool", "Roos", "Schouwenaar", "Slot", "Snijders", "Spaans", "Stam", "Swart", "Tromp", "Verbeek",
    "Verburg", "Vermaas", "Veldman", "Vrolijk", "Wagenaar", "Wiegers", "Wolff", "Zandstra", "Zwart", "Aalders",
    "Beekman", "Blokland", "Cornelissen", "Dirksen", "Elzinga", "Faber", "Geerts", "Hartman", "Ideler", "Jongsma",
    "Kamphuis", "Leenders", "Mulders", "Nijland", "Oosting", "Paulusma", "Reinders", "Smeets", "Tielemans",
    "Ubbink", "Vroom", "Wijnen", "Ypma", "Zegers",
];

/// Infix and surname.
#[rustfmt::skip]
const WITH_INFIX: &[(&str, &str)] = &[
    ("de", "Vries"), ("van", "Dijk"), ("de", "Jong"), ("van den", "Berg"), ("van der", "Meer"), ("de", "Boer"),
    ("de", "Groot"), ("van", "Leeuwen"), ("de", "Wit"), ("van der", "Linden"), ("van", "Vliet"),
    ("van der", "Heijden"), ("van der", "Veen"), ("de", "Graaf"), ("van", "Beek"), ("van der", "Wal"),
    ("van den", "Heuvel"), ("van den", "Broek"), ("de", "Bruijn"), ("de", "Bruin"), ("de", "Haan"), ("van", "Dam"),
    ("van der", "Laan"), ("van den", "Bosch"), ("van", "Wijk"), ("de", "Lange"), ("ten", "Brink"), ("ter", "Horst"),
    ("van 't", "Hof"), ("in 't", "Veld"), ("op den", "Berg"), ("te", "Velde"), ("van de", "Ven"), ("van", "Schaik"),
    ("van", "Doorn"), ("van der", "Pol"), ("den", "Hartog"), ("de", "Ruiter"), ("van der", "Velde"), ("van", "Es"),
    ("de", "Koning"), ("van de", "Pol"), ("van", "Rijn"), ("den", "Ouden"), ("van der", "Steen"),
];
