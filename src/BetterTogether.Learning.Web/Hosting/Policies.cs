using System.Security.Claims;
using BetterTogether.Learning.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>Who may come in at all; whose record it is, services check.</summary>
public static class Policies
{
    /// <summary>Plans the programme and keeps the directory.</summary>
    public const string Desk = "Desk";

    public const string Administrator = "Administrator";

    /// <summary>Makes sessions: the desk, or a facilitator private ones. Who plans a session that is there, services check: whoever trains it may.</summary>
    public const string Planner = "Planner";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Desk, p => p.RequireRole(nameof(Roles.LearningDesk), nameof(Roles.Administrator)));
        options.AddPolicy(Administrator, p => p.RequireRole(nameof(Roles.Administrator)));
        options.AddPolicy(Planner, p => p.RequireRole(nameof(Roles.LearningDesk), nameof(Roles.Administrator), nameof(Roles.Facilitator)));
    }
}

/// <summary>The signed-in person, as the sign-in's row and the directory say at this request.</summary>
public static class Caller
{
    public const string Name = ClaimTypes.Name;

    /// <summary>The claim of whoever somebody names as line manager: it follows from the directory and opens nothing, it shows the way.</summary>
    private const string Manages = "manages";

    /// <summary>The claim of whoever a session names as its trainer; opens nothing, like <see cref="Manages"/>.</summary>
    private const string Trains = "trains";

    private const string SignInKey = "sign-in";

    /// <param name="signIn">The hash of the sign-in's key, for what lasts longer than a request and ends with the sign-in.</param>
    public static ClaimsPrincipal ToPrincipal(this Person person, string scheme, bool manages = false, bool trains = false, byte[]? signIn = null) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(Name, person.Name), .. RolesOf(person).Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            .. manages ? [new Claim(Manages, "")] : Array.Empty<Claim>(),
            .. trains ? [new Claim(Trains, "")] : Array.Empty<Claim>(),
            .. signIn is null ? Array.Empty<Claim>() : [new Claim(SignInKey, Convert.ToHexString(signIn))],
        ], scheme));

    /// <exception cref="InvalidOperationException">Nobody is signed in; ask <see cref="IdOrNull"/> on open pages.</exception>
    public static Guid Id(this ClaimsPrincipal user) => user.IdOrNull() ?? throw new InvalidOperationException("Nobody is signed in");

    public static Guid? IdOrNull(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The hash of the sign-in's key.</summary>
    public static byte[] SignIn(this ClaimsPrincipal user) => Convert.FromHexString(user.FindFirstValue(SignInKey) ?? throw new InvalidOperationException("Nobody is signed in"));

    public static bool IsManager(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Manages);

    public static bool IsTrainer(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Trains);

    public static bool IsDesk(this ClaimsPrincipal user) => user.IsInRole(nameof(Roles.LearningDesk)) || user.IsInRole(nameof(Roles.Administrator));

    private static IEnumerable<Roles> RolesOf(Person person) => Enum.GetValues<Roles>().Where(role => role != Roles.None && person.Roles.HasFlag(role));
}
