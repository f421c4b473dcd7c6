using System.Globalization;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web;

/// <summary>Every address of the product, as a typed method.</summary>
public static class Links
{
    public const string Programme = "/";
    public const string MyBookings = "/my-bookings";
    public const string MyPeople = "/my-people";
    public const string MyCalendar = "/my-calendar";
    public const string ProgrammeFeed = "/programme.ics";
    public const string Circles = "/circles";
    public const string CirclesPlanned = "/circles?planned=true";
    public const string PlanCircle = "/circles/plan";
    public const string Agreements = "/circles/agreements";
    public const string AgreementsSaved = "/circles/agreements?saved=true";
    public const string Questions = "/circles/questions";
    public const string Formats = "/circles/formats";
    public const string LeaderAnswers = "/circles/answers";
    public const string CheckIn = "/check-in";
    public const string MyReview = "/my-review";
    public const string StandIns = "/my-people/stand-ins";
    public const string DeskReviews = "/desk/reviews";
    public const string NewCycle = "/desk/reviews/edit";
    public const string Me = "/me";
    public const string MeSaved = "/me?saved=true";
    public const string SignIn = "/sign-in";
    public const string SignInCode = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string SignOutEverywhere = "/sign-out/everywhere";
    public const string DevSignIn = "/dev/sign-in";
    public const string DevMailbox = "/dev/mailbox";
    public const string Desk = "/desk";
    public const string Reminders = "/desk/reminders";
    public const string RemindersSaved = "/desk/reminders?saved=true";
    public const string DeskMails = "/desk/mail";
    public const string DeskTemplates = "/desk/mail/templates";
    public const string NewSession = "/desk/sessions/new";
    public const string NewSeries = "/desk/series/new";
    public const string People = "/people";
    public const string NewPerson = "/people/new";
    public const string Invariants = "/admin/invariants";
    public const string KeptForm = "/sign-in/kept";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/accessibility";
    public const string Refused = "/error/403";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string OpenApi = "/openapi/v1.json";
    public const string Api = "/api/v1";
    public const string DevelopmentPlan = "/development-plan";
    public const string NewObjectiveFromCircle = "/objectives/new?from=circle";
    public const string Cpd = "/cpd";
    public const string NewCpdEntry = "/cpd/new";
    public const string ApiReplies = "/api/v1/replies";
    public const string CircleHub = "/hubs/circle";
    public const string ApiMyBookings = "/api/v1/me/bookings";

    public static string Error(int status) => $"/error/{status}";
    /// <param name="objective">The objective training is looked for; what is booked there keeps the link.</param>
    public static string Session(Guid id, Guid? objective = null) => $"/sessions/{id}{For('?', objective)}";
    public static string SessionFile(Guid id) => $"/sessions/{id}.ics";
    public static string Feed(string token) => $"/calendar/{token}.ics";
    public static string Booking(Guid id) => $"/bookings/{id}";
    public static string LearningWednesday(DateOnly day, Guid? objective = null) => $"/learning-wednesday/{Iso(day)}{For('?', objective)}";
    public static string Review(Guid id) => $"/reviews/{id}";
    public static string PrintReview(Guid id) => $"{Review(id)}/print";
    public static string DeskCycle(Guid id) => $"{DeskReviews}/{id}";
    public static string EditCycle(Guid id) => $"{NewCycle}/{id}";
    public static string CycleCsv(Guid id) => $"{DeskCycle(id)}?handler=Csv";
    public static string CyclePeople(Guid id, string? q = null, string? show = null, int page = 1) => $"{DeskCycle(id)}/people?q={Uri.EscapeDataString(q ?? "")}&show={show}&page-number={page}";
    public static string CyclePerson(Guid id, Guid personId) => $"{DeskCycle(id)}/people/{personId}";
    public static string LearningWednesdayBooked(DateOnly day) => $"{LearningWednesday(day)}/booked";
    public static string EditSession(Guid id) => $"/desk/sessions/{id}/edit";
    public static string DeskSession(Guid id) => $"/desk/sessions/{id}";
    public static string DeskSessionDone(Guid id, string what) => $"{DeskSession(id)}?done={what}";
    public static string CancelSession(Guid id) => $"/desk/sessions/{id}/cancel";
    public static string DeskMail(Guid id) => $"{DeskMails}/{id}";
    public static string DeskMailDone(Guid id, string what) => $"{DeskMail(id)}?done={what}";
    public static string DeskMailHtml(Guid id) => $"{DeskMail(id)}/html";
    public static string DeskMailPage(string? q = null, MailState? state = null, Guid? person = null, Guid? session = null, Guid? after = null) =>
        $"{DeskMails}?q={Uri.EscapeDataString(q ?? "")}&state={state}&person={person}&session={session}&after={after}";
    public static string DeskTemplate(string kind) => $"{DeskTemplates}/{kind}";
    public static string DeskTemplateSent(string kind) => $"{DeskTemplate(kind)}?sent=true";
    public static string DeskTemplateHtml(string kind) => $"{DeskTemplate(kind)}/html";
    public static string DeskSeries(Guid id) => $"/desk/series/{id}";
    public static string DeskSeriesDone(Guid id, string what) => $"{DeskSeries(id)}?done={what}";
    public static string DeskPage(string? q, SessionKind? kind, string? month, SessionStatus? status, string? after) =>
        $"{Desk}?q={Uri.EscapeDataString(q ?? "")}&kind={kind}&month={Uri.EscapeDataString(month ?? "")}&status={status}&after={after}";
    public static string Circle(Guid id) => $"/circles/{id}";
    public static string ChangeCircle(Guid id) => $"{PlanCircle}/{id}";
    public static string CircleRecord(Guid id) => $"/circles/{id}/record";
    public static string CircleWall(Guid id) => $"/circles/{id}/wall?again=true";
    public static string CircleAnswer(Guid id) => $"/circles/{id}/answer";
    public static string Format(Guid id) => $"{Formats}/{id}";
    public static string FormatSaved(Guid id) => $"{Format(id)}?saved=true";
    public static string QuickCheckIn(string code) => $"{CheckIn}/{Uri.EscapeDataString(code)}";
    public static string Person(Guid id) => $"/people/{id}";
    public static string StandInsFor(Guid managerId) => $"{Person(managerId)}/stand-ins";
    public static string PersonSaved(Guid id) => $"/people/{id}?saved=true";
    public static string PeoplePage(string? text, bool left, int page) => $"{People}?q={Uri.EscapeDataString(text ?? "")}&left={(left ? "true" : "false")}&page-number={page}";
    public static string SignInFrom(string returnUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";
    public static string DevMail(string file) => $"{DevMailbox}/{Uri.EscapeDataString(file)}";
    public static string DevMailHtml(string file) => $"{DevMail(file)}/html";
    public static string PlanOf(Guid personId) => $"{DevelopmentPlan}/{personId}";
    public static string PlanYear(Guid? personId, int year) => $"{(personId is { } id ? PlanOf(id) : DevelopmentPlan)}?year={year}";
    public static string NewObjective(ObjectiveKind kind) => $"/objectives/new?kind={kind}";
    public static string Objective(Guid id) => $"/objectives/{id}";
    public static string RewordObjective(Guid id) => $"/objectives/{id}/edit";
    public static string CarryObjective(Guid id) => $"/objectives/{id}/carry";
    /// <summary>The programme, filtered by words or a tag, for an objective.</summary>
    public static string TrainingFor(Guid objective, string words) => $"{Programme}?Q={Uri.EscapeDataString(words)}{For('&', objective)}";
    public static string CpdYear(int year) => $"{Cpd}?year={year}";
    public static string CpdEntry(Guid id) => $"{Cpd}/{id}";
    public static string CpdOffer(string source) => $"{NewCpdEntry}?source={Uri.EscapeDataString(source)}";
    public static string CpdPrint(int year) => $"{Cpd}/print?year={year}";
    public static string CpdCsv(int year) => $"{Cpd}/record.csv?year={year}";
    public static string CpdJson(int year) => $"{Cpd}/record.json?year={year}";
    public static string ApiSession(Guid id) => $"{Api}/sessions/{id}";
    public static string SessionCircle(Guid sessionId) => SessionCircle($"{sessionId}");
    public static string SessionCircle(string sessionId) => $"/sessions/{sessionId}/circle";
    public static string Worry(Guid circleId, string messageId) => $"/circles/{circleId}/worries/{Uri.EscapeDataString(messageId)}";
    public static string ApiCircle(Guid id) => $"{Api}/circles/{id}";
    public static string ApiReview(Guid id) => $"{Api}/reviews/{id}";
    public static string ApiBooking(Guid id) => $"{Api}/bookings/{id}";

    private static string For(char sign, Guid? objective) => objective is { } id ? $"{sign}objective={id}" : "";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
