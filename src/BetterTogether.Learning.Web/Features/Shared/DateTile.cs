using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>A London day as a tile. It is a picture: a screen reader gets the date in words.</summary>
public sealed record DateTile(DateOnly Date) : IHtmlContent
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(string.Create(British,
        $"""<time class="bt-date-tile" datetime="{Date:yyyy-MM-dd}"><span class="govuk-visually-hidden">{Date:dddd d MMMM yyyy}</span> <span aria-hidden="true">{Date:ddd}<b>{Date:%d}</b>{Date:MMM}</span></time>"""));
}
