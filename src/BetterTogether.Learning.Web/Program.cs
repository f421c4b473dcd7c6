using BetterTogether.Learning.Web;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Data.Backups;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Demo;
using BetterTogether.Learning.Web.Features.Desk;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Features.People;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.SignIns;
using BetterTogether.Learning.Web.Hosting;

var builder = LaunchProfile.CreateBuilder(args);
builder.AddHosting().AddData().AddBackups();
builder.AddCalendars().AddMail();
builder.AddPeople().AddSignIns();
builder.AddSessions().AddBookings().AddDesk();
builder.AddDemo();

var app = builder.Build();
if (Commands.IsCommand(args)) { return await Commands.RunAsync(args, app.Services, Console.Out, Console.Error); }
app.UseHosting().MapHosting();
app.MapMail().MapSignIns();
app.MapApi().MapSessions().MapBookings();
await app.RunAsync();
return 0;
