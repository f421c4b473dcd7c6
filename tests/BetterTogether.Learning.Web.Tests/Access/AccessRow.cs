using System.Text.RegularExpressions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>One address and what each of the ten is answered there.</summary>
/// <param name="Address">"POST /bookings/{booking}?handler=Cancel": words in braces are <see cref="IAccess.Things"/>, made anew for each who writes.</param>
/// <param name="Cells">
/// A letter for each <see cref="Who"/>, in that order. y: let in, and a call that writes has written · -: let in, and nothing was done
/// (refused in words) · s: asked to sign in, or 401 · f: 403 · n: 404. Whoever is not let in has changed nothing.
/// </param>
/// <param name="Body">Whole and valid, or the check of its shape hides the check of its owner. A text is a form's "Email=a&amp;Days=Monday"; anything else is sent as JSON.</param>
internal sealed partial record AccessRow(string Address, string Cells, object? Body = null)
{
    public string Method => Address.Split(' ', 2)[0];
    public string Url => Address.Split(' ', 2)[1].Trim();
    public bool Writes => Method is not ("GET" or "HEAD");

    /// <summary>As <see cref="TestApp.AddressesAsync"/> names it.</summary>
    public string Endpoint
    {
        get
        {
            var parts = Url.Split('?', 2);
            return Addresses.Normal(Method, parts[0], parts.Length > 1 ? Handler().Match(parts[1]).Value : null);
        }
    }

    public string[] Expected => Cells.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => Address;

    [GeneratedRegex("(?<=(^|&)handler=)[A-Za-z]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handler();
}
