// Lays out the server in which the tests run inside: the configuration of liberty/ without its application (Arquillian
// deploys the same WAR with the test in it), on free ports, with a data folder of its own. What the servers of an earlier
// run left is cleared: WhatRemainsIT reads what those of this one leave.
def reserve = { new ServerSocket(0).withCloseable { it.localPort } }
def user = new File(project.build.directory, 'inside')
def server = new File(user, 'servers/inside')
user.deleteDir()
new File(project.build.directory, 'it').deleteDir()
new File(server, 'dropins').mkdirs()

def liberty = new File(project.basedir, 'liberty')
liberty.eachFileRecurse { file ->
    if (file.file) {
        def copy = new File(server, liberty.toPath().relativize(file.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = file.bytes
    }
}
def configuration = new File(server, 'server.xml')
configuration.text = configuration.text
    .replaceAll(/(?s)<webApplication.*?(\/>|<\/webApplication>)/, '')
    .replaceAll(/<applicationMonitor [^>]*\/>/, '<applicationMonitor updateTrigger="polled" pollingRate="500ms"/>')
    .replace('</featureManager>', '  <feature>localConnector-1.0</feature>\n  </featureManager>')

def drivers = new File(user, 'shared/resources/jdbc')
drivers.mkdirs()
project.artifacts.findAll { it.groupId in ['org.apache.derby', 'org.postgresql'] }.each {
    new File(drivers, it.file.name).bytes = it.file.bytes
}

def port = reserve()
new File(server, 'bootstrap.properties').text = """\
http.port=${port}
https.port=${reserve()}
openplr.data=${user.path}/data
openplr.demo.folder=${project.basedir}/config/demo
openplr.public-url=http://localhost:${port}
"""
def java = session.container.lookup(org.apache.maven.toolchain.ToolchainManager).getToolchainFromBuildContext('jdk', session).findTool('java')
new File(server, 'server.env').text = "JAVA_HOME=${new File(java).parentFile.parentFile}\nkeystore_password=for-this-run-only\n"
project.properties['openplr.arquillian'] = user.path
project.properties['openplr.arquillian.port'] = port as String
