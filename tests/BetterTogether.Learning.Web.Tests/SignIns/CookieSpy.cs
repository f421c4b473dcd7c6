using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Net.Http.Headers;

namespace BetterTogether.Learning.Web.Tests.SignIns;

/// <summary>Remembers each cookie the product sets, as it was set: a browser's jar forgets the flags. Threading: one visitor at a time.</summary>
internal sealed class CookieSpy : IStartupFilter
{
    private readonly List<SetCookieHeaderValue> set = [];

    public IReadOnlyList<SetCookieHeaderValue> All => set;

    public SetCookieHeaderValue Last(string name) => set.FindLast(c => c.Name == name && c.Value.Length > 0) ?? throw new InvalidOperationException($"Never set: {name}");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, onward) =>
        {
            context.Response.OnStarting(() =>
            {
                set.AddRange(SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie.OfType<string>()]));
                return Task.CompletedTask;
            });
            return onward(context);
        });
        next(app);
    };
}
