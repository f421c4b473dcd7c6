using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>Settings <c>SignIn__*</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Sign-in without proof, for development; means nothing outside the Development environment.</summary>
    public bool Development { get; set; }

    /// <summary>Domains, separated by commas, whose people come into the directory with their first sign-in.</summary>
    public string AllowedDomains { get; set; } = "";

    /// <summary>The address of the first administrator.</summary>
    public string Administrator { get; set; } = "";

    public bool IsAdministrator(string email) => email.Length > 0 && email == PersonDetails.TidyEmail(Administrator);

    /// <summary>Whether somebody who is not in the directory may come in once their address is proven.</summary>
    public bool Admits(string email) => IsAdministrator(email)
        || AllowedDomains.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(domain => email.EndsWith("@" + domain.TrimStart('@'), StringComparison.OrdinalIgnoreCase));
}
