using System.Data.Common;
using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Counts the commands of requests that ask for it by a header; the sign-in's own, which every request has, are left out. Threading: one counted request at a time.</summary>
internal sealed class CommandCount : DbCommandInterceptor, IStartupFilter
{
    private const string Header = "Count-Commands";

    private readonly AsyncLocal<bool> counting = new();
    private readonly List<string> commands = [];

    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this).ConfigureDbContext<LearningDb>(options => options.AddInterceptors(this));

    /// <summary>The commands of one visit.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Visitor visitor, string url)
    {
        commands.Clear();
        (await visitor.GetAsync(url, (Header, "yes"))).ShouldBe(System.Net.HttpStatusCode.OK);
        return [.. commands.Where(c => !c.Contains("sign_ins", StringComparison.Ordinal))];
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            counting.Value = context.Request.Headers.ContainsKey(Header);
            await following(context);
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (counting.Value) { commands.Add(command.CommandText); }
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
