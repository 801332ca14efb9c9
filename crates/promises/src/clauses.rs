//! The 180 clauses as data: number, what is promised in our own words, subject, kind of evidence, and the
//! part of the house that a full proof waits for.

use serde::Serialize;

use crate::Kind;

/// One promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clause {
    pub id: &'static str,
    /// In one line.
    pub words: &'static str,
    /// The subject, as the list of promises has it.
    pub module: &'static str,
    pub kind: Kind,
    /// The crates or parts whose absence leaves it open where no check exists.
    pub needs: &'static str,
}

/// Every clause, in order.
pub fn all() -> impl Iterator<Item = Clause> {
    TABLE.lines().filter_map(clause)
}

fn clause(line: &'static str) -> Option<Clause> {
    let mut cells = line.split('|').map(str::trim);
    let (id, module, kind) = (cells.next()?, cells.next()?, Kind::parse(cells.next()?)?);
    Some(Clause { id, words: cells.next()?, module, kind, needs: cells.next()? })
}

const TABLE: &str = "\
C001|tenancy|run|An institution's name, contact and place are kept and shown|nothing
C002|tenancy|run|Licences are listed and their expiry reminds in time|nothing
C003|tenancy|run|Each school's data stand in a store of their own|nothing
C004|crypto|run|Each school's store opens with its own key only|nothing
C005|authz|run|Nobody reaches across schools|nothing
C006|identity|run|A person at two schools is two persons until they link them|nothing
C007|tenancy|run|No child is written before the school accepts the agreement|nothing
C008|tenancy|run|A subscription passes through its stages in order|the life cycle of a school
C009|academics|run|A year can be started in one place, and the counts agree|teaching/timetable, money/fees
C010|identity|run|First and last name are kept apart, in any script|nothing
C011|identity|run|A changed mail address is told to old and new|nothing
C012|identity|run|Passwords are kept as slow hashes; weak ones are refused|nothing
C013|identity|run|A mobile number receives sign-in codes|nothing
C014|identity|run|A sign-in code works once, soon, and where it was asked|nothing
C015|identity|run|Guessing codes and passwords is limited|nothing
C016|identity|run|A changed role counts from the very next request|nothing
C017|identity|run|A second factor, which key roles cannot drop|nothing
C018|identity|run|People see and end their sessions; signing out is final|nothing
C019|identity|run|Sessions end when idle and when old|nothing
C020|booking|run|Families enter with a code and a fact the school gave|services/conferences
C021|identity|run|Four digits of a citizen number, if lawful, only as keyed hash|services/conferences
C022|identity|run|Postcode, birth date or number serve as that fact|services/conferences
C023|policy|run|Who joins acknowledges the notice, linked on every page|nothing
C024|authz|run|An administrator sees all of the own school and no other|nothing
C025|authz|run|A teacher reaches only assigned classes|nothing
C026|authz|run|A guardian reaches only linked children|nothing
C027|authz|run|A child's record is for the desk, its teachers, its guardians|nothing
C028|authz|run|A librarian sees books and loans only|services/library
C029|authz|run|A driver sees the own running trip only|services/transport
C030|authz|run|A student reads the own record and nobody else's|nothing
C031|authz|run|Operators see content only while a school lets them|nothing
C032|authz|run|What is not allowed is refused; a route without a rule does not start|nothing
C033|authz|run|Sensitive fields need a right of their own|care/health
C034|authz|run|A data-protection officer sees rights and trail, no class content|privacy/rights, privacy/breach
C035|people|run|Staff: name, title, official contact, number, with history|the staff export
C036|attendance|run|Staff attendance is for the person and the administrator|teaching/attendance
C037|media|run|A teacher's photo lives on consent|care/media, core/consent
C038|academics|run|Teachers' classes, subjects and hours, without clashes|teaching/timetable
C039|people|run|A student's names sort rightly, age is derived, birth and nationality stay in the office|nothing
C040|people|run|Gender is for the administration|nothing
C041|analytics|run|Under one profile gender shows only in large groups|nothing
C042|people|run|Postcodes are normalised, bad ones named by row|nothing
C043|media|run|A minor's picture needs two consents|care/media, core/consent
C044|care|run|Health reports: few readers, each on record|care/health
C045|care|run|The day's entries reach the guardian at once|care/daybook
C046|care|run|Guardians read and answer behaviour entries|care/behaviour
C047|people|run|Admission number, enrolment, year, class, section, roll number|nothing
C048|attendance|run|Student attendance, told once, corrected openly|teaching/attendance
C049|assessment|run|Marks show when published and change openly|teaching/exams, teaching/reports
C050|learning|run|Homework and submissions reach the right teacher|teaching/homework
C051|booking|run|Children of one address and surname form one family, which can be split|nothing
C052|people|run|A guardian: name, relationship, number; mail is optional|nothing
C053|people|run|Emergency contacts stand in their order|nothing
C054|rights|run|A guardian reads all that is kept of the child, and who read it|privacy/rights
C055|booking|run|One sign-in serves all children of a family|nothing
C056|authz|run|A court's order shuts a guardian out and survives imports|nothing
C057|import|run|A CSV is shown as changes before anything is stored|nothing
C058|import|run|EdeXML comes in whole; dangerous XML is refused at once|nothing
C059|import|run|Columns nobody declared are dropped at the door|nothing
C060|import|run|The same file twice changes nothing; leavers are not lost|nothing
C061|import|run|An administration system writes through a narrow key|the API
C062|import|run|Uploaded files are forgotten after a day|nothing
C063|learning|run|Courses with tasks and progress|learning/courses
C064|assessment|run|Tests keep answers and reasons|learning/assessments
C065|learning|run|A personal path can be switched off and forgotten|learning/paths
C066|assessment|run|Reports recompute from stored rows|teaching/reports
C067|learning|run|A forum survives an author's erasure|learning/forum
C068|analytics|run|Survey results hide small groups|learning/surveys
C069|learning|run|Use of materials is recorded with a purpose|learning/courses
C070|rights|run|Learning progress can be taken along|privacy/rights, learning/courses
C071|messaging|run|Messages arrive at once; an outsider's read needs a reason|contact/messages
C072|messaging|run|An announcement reaches exactly its families, once|contact/announcements
C073|booking|run|A booking is confirmed once, saying little|services/conferences
C074|messaging|run|People choose their channels|channels of contact/notify
C075|consent|run|Marketing only for those who said yes|core/consent
C076|messaging|run|Changes of credentials are told to the old address|notices of policy, messages by phone
C077|people|run|A postal address for letters|nothing
C078|messaging|run|A log of messages without their words|contact/messages
C079|booking|run|A slot has one winner; families get slots in a row|services/conferences
C080|support|run|Support sees little and forgets|services/support
C081|finance|run|Fees compute in minor units|money/fees
C082|finance|run|No card data here|money/payments
C083|finance|run|A subscription can be cancelled|money/subscriptions
C084|finance|run|Reminders and statements agree with the ledger|money/fees
C085|retention|run|Accounts outlive their owner's data only where law asks|privacy/retention, money/fees
C086|transport|run|A position counts only during a trip|services/transport
C087|transport|run|Only drivers send positions|services/transport
C088|transport|run|Only that trip's families see the bus|services/transport
C089|transport|run|Positions vanish after the trip|services/transport
C090|transport|run|A forgotten trip ends by itself|services/transport
C091|library|run|Bar codes are checked and found offline|services/library
C092|media|browser|The camera is allowed where it is needed only|care/media, services/library
C093|consent|run|Sharing of pictures is switched per child|care/media, core/consent
C094|media|run|Pictures lose their metadata|care/media
C095|registry|build|Every column and every use has a declared purpose|nothing
C096|registry|run|The record of processing equals the stored columns|nothing
C097|registry|run|What is not needed is not asked|nothing
C098|consent|run|A purpose on consent stops without it|core/consent
C099|consent|run|Consent is taken back as easily as given|core/consent
C100|consent|run|A consent can be shown word for word|core/consent
C101|consent|run|A child's account waits for a parent|core/consent
C102|consent|run|How a parent approved is on record|core/consent
C103|consent|run|Disclosure to third parties is asked apart|core/consent, privacy/processors
C104|consent|run|A parent approves a young user's settings|core/consent
C105|consent|run|Young users start with the least|core/consent
C106|consent|run|Imported children carry the state of consent|core/consent
C107|consent|run|A new purpose asks again|core/consent
C108|processors|run|Nobody's data are sold or advertised on|privacy/processors
C109|web|browser|No other origin, no cookie but the declared|a browser
C110|consent|run|All privacy settings on one page|nothing
C111|analytics|run|Navigation is counted without persons|privacy/analytics
C112|analytics|run|Usage data stop on objection|privacy/analytics
C113|security|run|Sign-ins stand in the security log only|device and address of the caller
C114|analytics|run|Research exports refuse small cells|privacy/analytics
C115|processors|run|Telemetry is off and without persons|privacy/processors
C116|security|run|Error logs hold no personal content|a captured log
C117|processors|run|Processors are listed and on file|privacy/processors
C118|processors|run|Nothing leaves to an unlisted host|privacy/processors
C119|processors|run|A processor gets only its fields|privacy/processors
C120|processors|run|Disclosure by order only, and recorded|privacy/processors
C121|rights|run|People see to whom their data went|privacy/rights
C122|policy|run|A change of controller is told in advance|privacy/notice versions
C123|processors|attest|Data stay in the declared territory|privacy/processors
C124|security|run|Only encrypted traffic|nothing
C125|rights|run|A full copy of one's own data|privacy/rights
C126|rights|run|Objection stops legitimate-interest use|privacy/rights
C127|rights|run|Corrections reach the record and its recipients|privacy/rights
C128|people|run|People change what is theirs|nothing
C129|rights|run|Erasure leaves no trace but the lawful|privacy/rights, privacy/retention
C130|rights|run|One thing can be erased alone|privacy/rights
C131|rights|run|An export imports elsewhere|privacy/rights
C132|rights|run|A restricted record rests|privacy/rights
C133|rights|run|Somebody can be named for the worst case|privacy/rights
C134|rights|run|A complaint is answered in 30 days|privacy/rights
C135|rights|run|A request is answered in a month|privacy/rights
C136|rights|run|Identity is checked first, the clock runs|privacy/rights
C137|retention|run|A refusal names law and end|privacy/retention
C138|rights|run|A request lands at the right desk|privacy/rights
C139|rights|run|The school can erase by hand|privacy/rights
C140|web|run|Contact and authority are published|privacy/rights, authority by country
C141|retention|run|Each class of data ends on its day|privacy/retention
C142|retention|run|Technical logs end or lose their names|privacy/retention
C143|identity|run|Identity documents are kept shortest|learning/admissions
C144|retention|run|Student records end three years after leaving|privacy/retention
C145|retention|run|A legal hold stops deletion, narrowly|privacy/retention
C146|retention|run|Ninety days to export after the end|the life cycle of a school
C147|retention|run|Then all is deleted, with a certificate|the life cycle of a school
C148|retention|run|One profile erases at once|the life cycle of a school
C149|backup|run|Backups forget in seven days|backups
C150|backup|run|A backup every day, seven kept elsewhere|backups
C151|backup|run|A restore brings nobody back|backups
C152|retention|run|Retention runs and shows|privacy/retention
C153|policy|run|The published periods are the enforced ones|privacy/retention
C154|retention|run|Deletion is announced|privacy/retention
C155|crypto|run|Files at rest say nothing and notice a flipped bit|nothing
C156|audit|run|Sensitive reads and changes leave one entry each|nothing
C157|audit|run|The chain notices any tampering|nothing
C158|audit|run|Unusual reading is reported|privacy/watch
C159|audit|run|Access is reviewed|privacy/watch
C160|audit|attest|Audits and trainings are dated|privacy/centre
C161|security|build|Dependencies are checked, versions shown|the release's advisory record
C162|security|run|Intrusions raise an alert|privacy/watch
C163|assessment|run|An edited mark is noticed|teaching/exams
C164|people|run|Families confirm their data yearly|nothing
C165|web|run|What is promised is published from the proofs|a security page
C166|breach|run|A breach is contained by one click|privacy/breach
C167|breach|run|Schools hear in time|privacy/breach
C168|breach|run|People hear what happened|privacy/breach
C169|policy|run|Changes are told before they count|privacy/notice versions
C170|policy|run|Fourteen days under one profile|privacy/notice versions
C171|policy|run|A month under another|privacy/notice versions
C172|policy|run|The strictest wins, all versions stay|privacy/notice versions
C173|policy|run|New rules wait for their day|privacy/notice versions
C174|policy|run|A change can be declined|privacy/notice versions
C175|web|run|Notices in the reader's language|nothing
C176|web|run|Each field says why it is asked|nothing
C177|web|browser|Small and large screens serve alike|the browser's record
C178|people|run|A profile with limits|nothing
C179|rights|run|Who has seen my record|privacy/rights
C180|manifest|run|Every promise can be shown on a running server|the open clauses
";
