using System.Data.Common;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>How many commands the database was sent. Threading: any thread may send them.</summary>
internal sealed class CommandCount : DbCommandInterceptor
{
    private int sent;

    public int Sent => Volatile.Read(ref sent);

    public void Install(IServiceCollection services) => services.ConfigureDbContext<LearningDb>(options => options.AddInterceptors(this));

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref sent);
        return result;
    }
}
