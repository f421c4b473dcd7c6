using System.Globalization;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web;

/// <summary>Every address of the product, as a typed method.</summary>
public static class Links
{
    public const string Programme = "/";
    public const string MyBookings = "/my-bookings";
    public const string MyPeople = "/my-people";
    public const string Me = "/me";
    public const string MeSaved = "/me?saved=true";
    public const string SignIn = "/sign-in";
    public const string SignInCode = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string SignOutEverywhere = "/sign-out/everywhere";
    public const string DevSignIn = "/dev/sign-in";
    public const string DevMailbox = "/dev/mailbox";
    public const string Desk = "/desk";
    public const string NewSession = "/desk/sessions/new";
    public const string NewSeries = "/desk/series/new";
    public const string People = "/people";
    public const string NewPerson = "/people/new";
    public const string Invariants = "/admin/invariants";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/accessibility";
    public const string Refused = "/error/403";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string OpenApi = "/openapi/v1.json";
    public const string Api = "/api/v1";
    public const string ApiMyBookings = "/api/v1/me/bookings";

    public static string Error(int status) => $"/error/{status}";
    public static string Session(Guid id) => $"/sessions/{id}";
    public static string Booking(Guid id) => $"/bookings/{id}";
    public static string LearningWednesday(DateOnly day) => $"/learning-wednesday/{Iso(day)}";
    public static string LearningWednesdayBooked(DateOnly day) => $"{LearningWednesday(day)}/booked";
    public static string EditSession(Guid id) => $"/desk/sessions/{id}/edit";
    public static string DeskSession(Guid id) => $"/desk/sessions/{id}";
    public static string DeskSessionDone(Guid id, string what) => $"{DeskSession(id)}?done={what}";
    public static string CancelSession(Guid id) => $"/desk/sessions/{id}/cancel";
    public static string DeskSeries(Guid id) => $"/desk/series/{id}";
    public static string DeskSeriesDone(Guid id, string what) => $"{DeskSeries(id)}?done={what}";
    public static string DeskPage(string? q, SessionKind? kind, string? month, SessionStatus? status, string? after) =>
        $"{Desk}?q={Uri.EscapeDataString(q ?? "")}&kind={kind}&month={Uri.EscapeDataString(month ?? "")}&status={status}&after={after}";
    public static string Person(Guid id) => $"/people/{id}";
    public static string PersonSaved(Guid id) => $"/people/{id}?saved=true";
    public static string PeoplePage(string? text, bool left, int page) => $"{People}?q={Uri.EscapeDataString(text ?? "")}&left={(left ? "true" : "false")}&page-number={page}";
    public static string SignInFrom(string returnUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";
    public static string DevMail(string file) => $"{DevMailbox}/{Uri.EscapeDataString(file)}";
    public static string DevMailHtml(string file) => $"{DevMail(file)}/html";
    public static string ApiSession(Guid id) => $"{Api}/sessions/{id}";
    public static string ApiBooking(Guid id) => $"{Api}/bookings/{id}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
