using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>Places in all, places free, people waiting: a bar, and the same in words.</summary>
public sealed record PlaceMeter(int Capacity, int Free, int Waiting) : IHtmlContent
{
    private bool Full => Free <= 0;

    /// <summary>The filled part of the bar, 0 to 100.</summary>
    public int PercentTaken => Capacity <= 0 ? 100 : Math.Clamp(100 * (Capacity - Free) / Capacity, 0, 100);

    public string Words
    {
        get
        {
            var places = Full ? "Full" : $"{Free} of {Capacity} {(Capacity == 1 ? "place" : "places")} free";
            return Waiting switch
            {
                <= 0 => places,
                1 => $"{places} · 1 person waiting",
                _ => $"{places} · {Waiting} people waiting",
            };
        }
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(string.Create(CultureInfo.InvariantCulture,
        $"""<svg class="bt-meter{(Full ? " bt-meter--full" : "")}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="bt-meter__taken" width="{PercentTaken}" height="4" /></svg> <span class="bt-soft">{Words}</span>"""));
}
