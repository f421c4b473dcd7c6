namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>One link of the main navigation.</summary>
public sealed record NavLink(string Href, string Text)
{
    public static IEnumerable<NavLink> For(bool signedIn, bool desk, bool administrator, bool trainer, bool manager)
    {
        yield return new("/", "What's on");
        if (signedIn)
        {
            yield return new("/my-bookings", "My bookings");
            yield return new("/circles", "Circles");
            yield return new("/my-review", "My review");
            yield return new("/development-plan", "Development plan");
        }

        if (manager)
        {
            yield return new("/my-people", "My people");
        }

        if (desk || administrator)
        {
            yield return new("/desk", "Learning desk");
        }
        else if (trainer)
        {
            yield return new("/desk", "Sessions I lead");
        }

        if (desk || administrator)
        {
            yield return new("/people", "People");
        }
    }

    /// <summary>"page" on the page itself, "true" on a page below it, null (no attribute) elsewhere.</summary>
    /// <param name="under">The link the page says it is below, where its address does not tell: one's own review and another's look alike there.</param>
    public string? Current(PathString path, string? under = null) => path == Href ? "page" : (under is null ? IsAbove(path) : under == Href) ? "true" : null;

    // A session's own page is part of What's on, which lives at the root; an objective's and the CPD record are part of the plan.
    private bool IsAbove(PathString path) =>
        path.StartsWithSegments(Href switch { "/" => "/sessions", "/my-review" => "/reviews", _ => Href }, StringComparison.OrdinalIgnoreCase)
        || (Href == "/development-plan" && (path.StartsWithSegments("/objectives", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/cpd", StringComparison.OrdinalIgnoreCase)));
}
